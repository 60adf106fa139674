using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>The folders of a project and which of them uses which, as its source says: constants, <c>nameof</c> and type arguments
/// count.</summary>
internal sealed class Rooms
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly SourceProject _project;
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<ISymbol, string?> _roomOfType = new(SymbolEqualityComparer.Default);

    public Rooms(SourceProject project)
    {
        _project = project;
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var sources = project.SourceFiles.Select(file => (File: file, Text: File.ReadAllText(file))).ToList();
        var generated = sources.Select(source => JsonContexts.PartOf(source.Text)).OfType<string>().Append(ImplicitUsings);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.File))
            .Concat(generated.Select(source => CSharpSyntaxTree.ParseText(source, options)));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project.AssemblyName)
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(project.AssemblyName, trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Types that a file declares in another namespace than its folder's, as sentences.</summary>
    public IEnumerable<string> Strangers() =>
        from tree in Trees()
        let expected = NamespaceOf(RoomOf(tree.FilePath))
        let model = _compilation.GetSemanticModel(tree)
        from node in tree.GetRoot().DescendantNodes()
        where node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        let type = model.GetDeclaredSymbol(node)!
        where type.ContainingType is null && type.ContainingNamespace.ToDisplayString() != expected
        select $"{Relative(tree.FilePath)} declares {type.ToDisplayString()}, its folder is {expected}";

    /// <summary>Every arrow between two rooms, with one place that draws it, and the names that could not be bound: arrows unseen, for
    /// want of what a source generator would have written.</summary>
    /// <remarks>One walk for both: asking the compiler for its diagnostics binds and checks every body a second time.</remarks>
    public (ImmutableArray<Arrow> Arrows, ImmutableArray<string> Unread) Plan()
    {
        var arrows = new Dictionary<(string From, string To), string>();
        var unread = ImmutableArray.CreateBuilder<string>();
        foreach (var tree in Trees())
        {
            var from = RoomOf(tree.FilePath);
            var model = _compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax))
                    continue;
                var symbols = Symbols(node, model);
                if (symbols.IsEmpty && node is SimpleNameSyntax name && Names(name, model))
                    unread.Add(Place(node));
                foreach (var to in symbols.Select(RoomOf).OfType<string>())
                    if (to != from && !arrows.ContainsKey((from, to)))
                        arrows[(from, to)] = Place(node);
            }
        }

        return ([.. arrows.Select(arrow => new Arrow(arrow.Key.From, arrow.Key.To, arrow.Value))], unread.ToImmutable());
    }

    private IEnumerable<SyntaxTree> Trees() => _compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0);

    private static ImmutableArray<ISymbol> Symbols(SyntaxNode node, SemanticModel model)
    {
        var info = model.GetSymbolInfo(node);
        var symbols = info.Symbol is { } sure ? [sure] : info.CandidateSymbols;
        // What an expression is made of without being named: "list[0].First" needs the element's type.
        return node is SimpleNameSyntax && model.GetTypeInfo(node).Type is { TypeKind: not TypeKind.Error } type
            ? symbols.Add(type) : symbols;
    }

    // A word of the language that the syntax writes as a name stands for nothing.
    private static bool Names(SimpleNameSyntax name, SemanticModel model) =>
        name.Identifier.ValueText is not ("_" or "var" or "nameof" or "notnull" or "unmanaged")
        && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.Span.Contains(name.Span) != true
        && name.Parent is not NameEqualsSyntax { Parent: UsingDirectiveSyntax } && model.GetAliasInfo(name) is null;

    private string Place(SyntaxNode node) =>
        $"{Relative(node.SyntaxTree.FilePath)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} "
        + $"uses {node.ToString().Split('\n')[0]}";

    private string? RoomOf(ISymbol symbol)
    {
        var type = symbol as ITypeSymbol ?? symbol.ContainingType;
        while (type is IArrayTypeSymbol array)
            type = array.ElementType;
        // An anonymous type is one for all files that write the same: it has no room.
        if (type is null || type.IsAnonymousType)
            return null;
        type = type.OriginalDefinition;
        if (!_roomOfType.TryGetValue(type, out var room))
        {
            var path = type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
            _roomOfType[type] = room = string.IsNullOrEmpty(path) ? null : RoomOf(path);
        }

        return room;
    }

    private string RoomOf(string file) => Path.GetRelativePath(_project.Folder, Path.GetDirectoryName(file)!).Replace('\\', '/');

    private string NamespaceOf(string room) => room == "." ? _project.Name : $"{_project.Name}.{room.Replace('/', '.')}";

    private string Relative(string file) => Path.GetRelativePath(_project.Folder, file);

    /// <summary>One room uses another.</summary>
    /// <param name="From">The folder that uses, <c>.</c> for the project's own.</param>
    /// <param name="To">The folder that is used.</param>
    /// <param name="Place">A line that does.</param>
    internal sealed record Arrow(string From, string To, string Place)
    {
        /// <summary>The arrows that lie on a circle: what is left when rooms that nothing enters or nothing leaves are taken away, again
        /// and again.</summary>
        public static ImmutableArray<Arrow> OnCircles(IEnumerable<Arrow> arrows)
        {
            var left = arrows.ToList();
            int before;
            do
            {
                before = left.Count;
                var sources = left.Select(arrow => arrow.From).ToHashSet();
                var targets = left.Select(arrow => arrow.To).ToHashSet();
                left.RemoveAll(arrow => !targets.Contains(arrow.From) || !sources.Contains(arrow.To));
            }
            while (left.Count < before);
            return [.. left];
        }

        public override string ToString() => $"{From} -> {To}: {Place}";
    }
}
