package xindang.packaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the circles of a directed graph (Tarjan 1972, strongly connected components), in linear time. */
final class Circles {
    private final Map<String, Set<String>> edges;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Circles(Map<String, Set<String>> edges) {
        this.edges = edges;
    }

    /** @return the nodes of each circle, of circles with two nodes or more */
    static List<Set<String>> of(Map<String, Set<String>> edges) {
        var circles = new Circles(edges);
        edges.keySet().stream().filter(node -> !circles.index.containsKey(node)).forEach(circles::visit);
        return circles.found;
    }

    private int visit(String node) {
        var number = index.size();
        index.put(node, number);
        low.put(node, number);
        stack.push(node);
        onStack.add(node);
        for (var next : edges.getOrDefault(node, Set.of())) {
            if (!index.containsKey(next)) {
                low.merge(node, visit(next), Math::min);
            } else if (onStack.contains(next)) {
                low.merge(node, index.getOrDefault(next, number), Math::min);
            }
        }
        var lowest = low.getOrDefault(node, number);
        if (lowest == number) {
            close(node);
        }
        return lowest;
    }

    private void close(String node) {
        var circle = new TreeSet<String>();
        String member;
        do {
            member = stack.pop();
            onStack.remove(member);
            circle.add(member);
        } while (!member.equals(node));
        if (circle.size() > 1) {
            found.add(circle);
        }
    }
}
