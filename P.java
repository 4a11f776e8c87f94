package xindang.model.law;
import java.nio.file.*;import xindang.model.region.*;
public class P{static java.util.List<Division> all(){var d=Divisions.harbin();var r=new java.util.ArrayList<Division>();var q=new java.util.ArrayDeque<Division>();q.add(d.root());while(!q.isEmpty()){var x=q.remove();r.add(x);q.addAll(d.children(x.code()));}return r;}public static void main(String[] a)throws Exception{
 if(a.length>0&&a[0].equals("div")){for(var d:all())if(Gate.words(Gate.Door.TEXT,d.name()).isPresent())System.out.println(d.name()+" "+Gate.words(Gate.Door.TEXT,d.name()).get().args());return;}
 var in=new java.io.BufferedReader(new java.io.InputStreamReader(System.in,"UTF-8"));String l;while((l=in.readLine())!=null){var v=Gate.words(Gate.Door.TEXT,l);System.out.println((v.isPresent()?"X ":"ok ")+l+" "+v.map(x->x.code()+x.args()).orElse(""));}}}
