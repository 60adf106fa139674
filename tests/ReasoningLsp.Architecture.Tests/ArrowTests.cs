using System.Reflection;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>Arrows point down: by what projects refer to, and by what their compiled code uses.</summary>
public sealed class ArrowTests
{
    public static TheoryData<string> Projects => SourceProject.Names;

    [Theory, MemberData(nameof(Projects))]
    public void Every_project_has_a_layer(string project) =>
        Assert.True(Layers.Of(project) >= 0, $"{project} has no place in Layers.cs: give it one, and draw it in the design.");

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_to_projects_below_it(string project) =>
        Assert.All(SourceProject.Named(project).References, reference =>
            Assert.True(Layers.MayReferTo(project, reference), $"{project} refers to {reference}, which is not below it."));

    [Theory, MemberData(nameof(Projects))]
    public void Compiled_code_uses_only_assemblies_and_namespaces_below_it(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        var ours = assembly.AssemblyReferences.Concat(assembly.UsedTypes)
            .Select(name => (Name: name, Project: Layers.ProjectOf(name)))
            .Where(used => used.Project is not null);
        Assert.All(ours, used => Assert.True(Layers.MayReferTo(project, used.Project!),
            $"{project} uses {used.Name}, which is not below it."));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_declares_types_only_in_its_own_namespace(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        var strangers = assembly.Types
            .Where(type => type.GetDeclaringType().IsNil && !assembly.IsGenerated(type))
            .Where(type => type.Attributes.HasFlag(TypeAttributes.Public) || Layers.ProjectOf(assembly.NameOf(type)) is not null)
            .Select(assembly.NameOf)
            .Where(name => Layers.ProjectOf(name) != project);
        Assert.Empty(strangers);
    }

    [Fact]
    public void There_are_projects_to_look_at() => Assert.True(SourceProject.All.Length >= 4);
}
