@echo off
rem Runs Xindang from a build, from any directory: the window for "desktop", otherwise the command line.
setlocal
chcp 65001 >nul
set "ARGUMENTS=%~dp0target\launch.args"
if not exist "%ARGUMENTS%" (
    echo 信档还没有构建。请先在项目目录运行：mvn -q -DskipTests package 1>&2
    exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAIN=xindang.cli.Main"
if "%~1"=="desktop" set "MAIN=xindang.packaging.Window"
"%JAVA%" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true %XINDANG_JAVA_OPTS% "@%ARGUMENTS%" %MAIN% %*
exit /b %ERRORLEVEL%
