using System.Reflection;
using System.Reflection.Metadata;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>No static mutable state: two reviews in one process never see each other.</summary>
public sealed class StaticStateTests
{
    public static TheoryData<string> Projects => SourceProject.Names;

    [Theory, MemberData(nameof(Projects))]
    public void No_static_field_can_change(string project)
    {
        using var assembly = new CompiledAssembly(SourceProject.Named(project).AssemblyPath);
        Assert.Empty(assembly.Types
            .Where(type => !assembly.IsGenerated(type))
            .SelectMany(type => type.GetFields()
                .Select(assembly.Metadata.GetFieldDefinition)
                .Where(field => CanChange(field, assembly.Metadata.GetString(field.Name)))
                .Select(field => $"{assembly.NameOf(type)}.{assembly.Metadata.GetString(field.Name)}")));
    }

    // A lambda's cache has a name like <>9__0; a property's field like <Name>k__BackingField, and that one is ours.
    private static bool CanChange(FieldDefinition field, string name) =>
        field.Attributes.HasFlag(FieldAttributes.Static)
        && !field.Attributes.HasFlag(FieldAttributes.InitOnly)
        && !field.Attributes.HasFlag(FieldAttributes.Literal)
        && (!name.StartsWith('<') || name.EndsWith("k__BackingField", StringComparison.Ordinal));
}
