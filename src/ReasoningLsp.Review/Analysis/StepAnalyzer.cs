using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Reads the mathematics of a step.</summary>
internal static class StepAnalyzer
{
    private const int MostEquations = 200;
    private const Ambiguities Constants = Ambiguities.EulerNumber | Ambiguities.ImaginaryUnit;

    public static StepAnalysis Analyze(string text, ImmutableArray<TextSpan> code, TextHints hints, ProblemTraits traits,
        ParserOptions parsing, Toolbox tools, CancellationToken cancellationToken)
    {
        var regions = TextSegmenter.Segment(text, StruckText.With(text, code))
            .Select(segment => new NotationRegion(segment.Content.Start, segment.Content.Length, ModeOf(segment.Kind)))
            .ToList();
        var lexicon = hints.Languages.AreStrange ? traits.Lexicon.Doubted : traits.Lexicon;
        var style = NumberStyle.Shown(text, traits.Lexing);
        var lexed = Lexer.Lex(text, regions, style);
        var chains = Chains(lexed.Tokens, parsing, tools.Links, cancellationToken);
        var plain = PlainBlanks.In(text);
        var statements = StatementReader.Read(plain, lexed.Tokens, chains, lexicon);
        var annotations = lexed.Annotations
            .SelectMany(tokens => StatementReader.Read(plain, tokens, Chains(tokens, parsing, tools.Links, cancellationToken), lexicon))
            .ToImmutableArray();
        return new StepAnalysis(text, plain, plain.ToLowerInvariant(), code, hints, lexed.Tokens, statements, annotations,
            Equations(statements, tools.Identities, cancellationToken),
            parsing, lexicon)
        { Lexing = style };
    }

    private static ImmutableArray<RelationChain> Chains(ImmutableArray<Token> tokens, ParserOptions parsing, LinkJudge links,
        CancellationToken cancellationToken)
    {
        var chains = RelationFinder.Find(tokens, parsing, cancellationToken);
        if (chains.Any(chain => chain.Members.Any(member => (member.Ambiguities & Constants) != 0)))
            chains = [.. chains.Select(chain => KnownConstants.Read(tokens, chain, parsing))];
        return RunTogether.Part(tokens, chains, parsing, links);
    }

    private static ImmutableArray<EquationFact> Equations(ImmutableArray<Statement> statements, IdentityTest identities,
        CancellationToken cancellationToken)
    {
        var facts = ImmutableArray.CreateBuilder<EquationFact>();
        foreach (var statement in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chain = statement.Chain;
            for (var link = 0; link < chain.Signs.Length && facts.Count < MostEquations; link++)
            {
                if (chain.Signs[link] != "=" || chain.Modulus is not null || chain.Members[link].Expression is not { } left
                    || chain.Members[link + 1].Expression is not { } right)
                    continue;
                var symbols = ExpressionInspector.Symbols(left, right);
                if (symbols.Count > 0)
                    facts.Add(new EquationFact(statement.Index, link, left, right, symbols, chain.Members[link].Start,
                        chain.Members[link + 1].End, identities));
            }
        }

        return facts.ToImmutable();
    }

    private static NotationMode ModeOf(SegmentKind kind) => kind switch
    {
        SegmentKind.Prose => NotationMode.Prose,
        SegmentKind.Code => NotationMode.Skip,
        _ => NotationMode.Math,
    };
}
