using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a step's text says, before anything is judged. Depends on the text and the reading options only.</summary>
/// <param name="Text">The text that was read.</param>
/// <param name="Plain">The same with plain blanks, for those who look for words.</param>
/// <param name="Lower">That in small letters.</param>
/// <param name="Code">Spans of it that are code.</param>
/// <param name="Hints">What it says of how its trace is to be read.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Statements">Its relation chains in their sentences, in order.</param>
/// <param name="Annotations">The chains of calculator annotations (GSM8K's double angle brackets).</param>
/// <param name="Equations">The equations among the statements, for steps that build on them.</param>
/// <param name="Options">How ambiguous notation was read first.</param>
/// <param name="Lexicon">The phrases of the languages it is written in.</param>
internal sealed record StepAnalysis(
    string Text,
    string Plain,
    string Lower,
    ImmutableArray<TextSpan> Code,
    TextHints Hints,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Statement> Annotations,
    ImmutableArray<EquationFact> Equations,
    ParserOptions Options,
    Lexicon Lexicon)
{
    private readonly Lazy<StepMarks> _marks = new(() => new StepMarks(Plain));
    private readonly Lazy<(bool HasCases, bool IsOpen)> _cases = new(
        () => (CaseWords.Last(Lower, Lexicon), CaseWords.OccurIn(Lower, Lexicon)));

    private readonly Lazy<bool> _isOperation = new(() => Statements.IsEmpty && Annotations.IsEmpty && Code.IsEmpty
        && OperationWords.AreAll(Lower, Lexicon));

    private readonly Lazy<ImmutableArray<Expression>> _formulas = new(() => FormulaReader.In(Tokens, Options));

    /// <summary>The expressions it speaks of that stand in no relation.</summary>
    public ImmutableArray<Expression> Formulas => _formulas.Value;

    /// <summary>Whether it only announces what is done to the equation before: "We multiply both sides by 6."</summary>
    public bool IsOperation => _isOperation.Value;

    /// <summary>How its numbers were read.</summary>
    public LexerOptions Lexing { get; init; } = LexerOptions.Default;

    /// <summary>What the text names and looks like.</summary>
    public StepMarks Marks => _marks.Value;

    /// <summary>Letters it uses for functions.</summary>
    public ImmutableArray<string> Functions { get; } = FunctionNames.In(Text);

    /// <summary>Whether the step tells cases apart, so that what holds in one need not hold in the next.</summary>
    public bool HasCases => _cases.Value.HasCases || BeginsPart;

    /// <summary>Whether a part of the problem begins in it, which may use every letter anew.</summary>
    public bool BeginsPart { get; } = PartMarks.In(Plain, Lexicon);

    /// <summary>Whether the step speaks of more than one case or time.</summary>
    public bool IsOpen => _cases.Value.IsOpen;

    /// <summary>The values that the step gives symbols.</summary>
    public ImmutableArray<ValueClaim> Values { get; } = ValueClaimReader.Read(Text, Statements, Lexicon);

    /// <summary>Whether the step says the same: its text, and which parts of it are code.</summary>
    public bool Reads(Step step) => Text == step.Text.Text && Code.AsSpan().SequenceEqual(step.Code.AsSpan());
}
