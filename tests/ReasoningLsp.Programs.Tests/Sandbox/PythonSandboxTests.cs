using System.Collections.Immutable;
using System.Diagnostics;
using ReasoningLsp.Programs.Sandbox;
using Xunit;

namespace ReasoningLsp.Programs.Tests.Sandbox;

/// <summary>The real interpreter: what it runs, and what a hostile program gains.</summary>
public sealed class PythonSandboxTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_program_prints() => Assert.Equal("42\n", (await OutputAsync("print(6 * 7)")).Printed);

    [Fact]
    public async Task The_value_of_the_last_expression_is_shown()
    {
        var output = await OutputAsync("from fractions import Fraction\nFraction(1, 3) + 1");
        Assert.Equal(("Fraction(4, 3)", "4/3", string.Empty), (output.Value, output.ValueText, output.Printed));
    }

    [Fact]
    public async Task A_program_sees_what_those_before_it_defined_and_runs_alone_too()
    {
        var run = await RunAsync("x = 3", "print(x)");
        Assert.Equal("3\n", run.Programs[1].Following.Printed);
        Assert.Equal("NameError", run.Programs[1].Alone!.Error!.Kind);
    }

    [Fact]
    public async Task Text_of_any_script_comes_through() =>
        Assert.Equal("Ответ: ½ 答 😀\n", (await OutputAsync("print('Ответ: ½ 答 😀')")).Printed);

    [Fact]
    public async Task A_missing_module_is_named() => Assert.Equal("sympy", (await OutputAsync("import sympy")).Error!.Module);

    [Theory]
    [InlineData("open('/etc/passwd').read()")]
    [InlineData("open('secret.txt', 'w').write('x')")]
    [InlineData("import os; os.listdir('/')[0].encode('x')")]
    [InlineData("import os; os.mkdir('/tmp/x')")]
    [InlineData("import socket; socket.create_connection(('127.0.0.1', 80))")]
    [InlineData("import urllib.request; urllib.request.urlopen('http://127.0.0.1')")]
    [InlineData("import subprocess; subprocess.run(['ls'])")]
    [InlineData("import os; os.system('ls')")]
    [InlineData("import ctypes; ctypes.CDLL(None)")]
    [InlineData("import time; time.sleep(100)")]
    [InlineData("input()")]
    public async Task Nothing_outside_is_reached(string program) => Assert.NotNull((await OutputAsync(program)).Error);

    [Fact]
    public async Task No_variable_of_the_environment_is_seen() =>
        Assert.Equal("{} ['']\n", (await OutputAsync("import os, sys\nprint(dict(os.environ), sys.argv)")).Printed);

    [Fact]
    public async Task A_loop_without_end_is_stopped_and_what_ended_before_it_is_kept()
    {
        var watch = Stopwatch.StartNew();
        using var sandbox = fixture.Open(SandboxLimits.Default with { Time = TimeSpan.FromSeconds(1) });
        var run = await sandbox.RunAsync(["print(1)", "while True: pass"], 0, TestContext.Current.CancellationToken);
        Assert.Equal((SandboxEnd.TimedOut, 1), (run.End, run.Programs.Length));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("try:\n  while True: pass\nexcept BaseException: pass")]
    [InlineData("10 ** 10 ** 10")]
    [InlineData("'a' * 3 in __import__('re').sub('(a+)+$', '', 'a' * 60 + 'b')")]
    public async Task Nothing_outlives_its_time(string program)
    {
        using var sandbox = fixture.Open(SandboxLimits.Default with { Time = TimeSpan.FromSeconds(1) });
        var run = await sandbox.RunAsync([program], 0, TestContext.Current.CancellationToken);
        Assert.True(run.End == SandboxEnd.TimedOut || run.Programs[0].Following.Error is not null);
    }

    [Fact]
    public async Task A_run_is_cancelled_in_the_middle_of_a_loop()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = fixture.Sandbox.RunAsync(["while True: pass"], 0, cancellation.Token);
        cancellation.CancelAfter(300);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData("x = 'a' * (1 << 30)")]
    [InlineData("x = []\nwhile True: x.append(' ' * 1000000)")]
    public async Task Memory_is_bounded(string program) => Assert.Equal("MemoryError", (await OutputAsync(program)).Error!.Kind);

    [Fact]
    public async Task Output_is_bounded()
    {
        var output = await OutputAsync("while True: print('x' * 1000)");
        Assert.True(output.IsCut);
        Assert.InRange(output.Printed.Length, 1, 1 << 16);
    }

    [Theory]
    [InlineData("import sys\nwhile True: sys.__stdout__.write('x' * 1000)")]
    [InlineData("import os\nwhile True: os.write(1, b'x' * 1000)")]
    [InlineData("import os\nos._exit(3)")]
    [InlineData("import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(): return f()\nf()")]
    [InlineData("import sys\nsys.setrecursionlimit(10 ** 9)\nx = []\nfor i in range(10 ** 6): x = [x]\nprint(x)")]
    [InlineData("print(chr(0))\nprint('\\ud800')")]
    [InlineData("import sys\nsys.stdout = None\nsys._getframe().f_back.f_locals.clear()")]
    [InlineData("import builtins\nbuiltins.print = builtins.exec = builtins.compile = None")]
    [InlineData("(" + "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("class E(BaseException):\n  def __str__(self): raise self\nraise E()")]
    public async Task What_a_program_does_to_its_interpreter_ends_with_it(string program)
    {
        var run = await RunAsync(program);
        Assert.InRange(run.Programs.Length, 0, 1);
        Assert.Equal("2\n", (await OutputAsync("print(1 + 1)")).Printed);
    }

    [Fact]
    public async Task A_deep_recursion_ends_with_an_error() =>
        Assert.Equal("RecursionError", (await OutputAsync("def f(n): return f(n + 1)\nf(0)")).Error!.Kind);

    [Fact]
    public async Task Exit_ends_a_program() => Assert.Equal("1\n", (await OutputAsync("print(1)\nexit()\nprint(2)")).Printed);

    [Fact]
    public async Task What_is_no_source_is_not_run() =>
        Assert.Equal(SandboxEnd.Broken, (await RunAsync("print(1)\0")).End);

    [Theory]
    [InlineData("import random\nprint(random.random())")]
    [InlineData("import time\nprint(time.time())")]
    [InlineData("import datetime\nprint(datetime.datetime.now())")]
    [InlineData("print({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'})")]
    [InlineData("print(hash('text'))")]
    public async Task The_same_number_gives_the_same_run_and_another_number_another(string program)
    {
        var token = TestContext.Current.CancellationToken;
        var runs = new List<string>();
        foreach (var chance in (int[])[0, 0, 1])
            runs.Add((await fixture.Sandbox.RunAsync([program], chance, token)).Programs[0].Following.Printed);
        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public async Task Without_the_interpreter_the_reason_is_told()
    {
        using var sandbox = new PythonSandbox([Path.Combine(fixture.Cache, "nowhere")], fixture.Cache, SandboxLimits.Default,
            TimeProvider.System);
        Assert.False(sandbox.IsHere);
        var error = await Assert.ThrowsAsync<SandboxUnavailableException>(
            () => sandbox.RunAsync(["1"], 0, TestContext.Current.CancellationToken));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_interpreter_is_not_run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Cache, "other")).FullName;
        foreach (var file in Directory.GetFiles(PythonSandbox.BesideProgram))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        await File.AppendAllTextAsync(Path.Combine(folder, "python.wasm"), "x", TestContext.Current.CancellationToken);
        using var sandbox = new PythonSandbox([folder], Path.Combine(folder, "cache"), SandboxLimits.Default, TimeProvider.System);
        await Assert.ThrowsAsync<SandboxUnavailableException>(() => sandbox.RunAsync(["1"], 0, TestContext.Current.CancellationToken));
    }

    private async Task<ProgramOutput> OutputAsync(string program) => Assert.Single((await RunAsync(program)).Programs).Following;

    private Task<SandboxRun> RunAsync(params ImmutableArray<string> programs) =>
        fixture.Sandbox.RunAsync(programs, 0, TestContext.Current.CancellationToken);
}
