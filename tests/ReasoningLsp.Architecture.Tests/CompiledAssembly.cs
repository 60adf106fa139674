using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>What a compiled assembly says it is and uses, read from its metadata.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;

    public CompiledAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        Metadata = _file.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    public IEnumerable<string> AssemblyReferences => Metadata.AssemblyReferences
        .Select(handle => Metadata.GetString(Metadata.GetAssemblyReference(handle).Name));

    /// <summary>Full names of the types of other assemblies that it uses.</summary>
    public IEnumerable<string> UsedTypes => Metadata.TypeReferences.Select(NameOf);

    /// <summary>Members of other assemblies that it uses, as <c>Namespace.Type.Member</c>.</summary>
    public IEnumerable<string> UsedMembers => Metadata.MemberReferences
        .Select(handle => Metadata.GetMemberReference(handle))
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf((TypeReferenceHandle)member.Parent)}.{Metadata.GetString(member.Name)}");

    public IEnumerable<TypeDefinition> Types => Metadata.TypeDefinitions.Select(Metadata.GetTypeDefinition);

    public string NameOf(TypeDefinition type) => Join(Metadata.GetString(type.Namespace), Metadata.GetString(type.Name));

    /// <summary>Whether the compiler or a source generator made it, or a type around it.</summary>
    public bool IsGenerated(TypeDefinition type) =>
        Metadata.GetString(type.Name).Contains('<', StringComparison.Ordinal)
        || HasAttribute(type.GetCustomAttributes(), "CompilerGeneratedAttribute", "GeneratedCodeAttribute")
        || (!type.GetDeclaringType().IsNil && IsGenerated(Metadata.GetTypeDefinition(type.GetDeclaringType())));

    public bool HasAttribute(CustomAttributeHandleCollection attributes, params ImmutableArray<string> names) => attributes
        .Select(handle => Metadata.GetCustomAttribute(handle).Constructor)
        .Where(constructor => constructor.Kind == HandleKind.MemberReference)
        .Select(constructor => Metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent)
        .Where(parent => parent.Kind == HandleKind.TypeReference)
        .Any(parent => names.Contains(Metadata.GetString(Metadata.GetTypeReference((TypeReferenceHandle)parent).Name)));

    public void Dispose() => _file.Dispose();

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = Metadata.GetTypeReference(handle);
        var name = Metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : Join(Metadata.GetString(type.Namespace), name);
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
