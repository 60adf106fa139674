namespace ReasoningLsp.Architecture.Tests;

/// <summary>Calls that make code untestable or speak past the command line.</summary>
public sealed class ForbiddenCallTests
{
    public static TheoryData<string> Projects => SourceProject.Names;

    [Theory, MemberData(nameof(Projects))]
    public void Only_the_command_line_knows_the_console(string project)
    {
        if (project == "ReasoningLsp.Cli")
            return;
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        Assert.DoesNotContain("System.Console", assembly.UsedTypes);
    }

    [Theory, MemberData(nameof(Projects))]
    public void Time_comes_from_a_TimeProvider(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        Assert.DoesNotContain(assembly.UsedMembers, member => member is
            "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTime.get_Today"
            or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow");
    }

    [Theory, MemberData(nameof(Projects))]
    public void Nothing_sleeps(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        Assert.DoesNotContain("System.Threading.Thread.Sleep", assembly.UsedMembers);
    }

    /// <summary>A LinearRegex answers for one search; what goes on from a match goes on without it.</summary>
    [Theory, MemberData(nameof(Projects))]
    public void No_search_goes_on_from_a_match(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        Assert.DoesNotContain("System.Text.RegularExpressions.Match.NextMatch", assembly.UsedMembers);
    }
}
