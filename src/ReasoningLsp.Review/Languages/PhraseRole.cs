namespace ReasoningLsp.Review.Languages;

/// <summary>What a phrase does to the mathematics beside it.</summary>
internal enum PhraseRole
{
    /// <summary>Words that are in every text of the language; they only tell which language it is.</summary>
    Common,

    /// <summary>Before a statement: it is supposed, or holds on a condition.</summary>
    Supposed,

    /// <summary>Before a statement: it is an assumption that need not hold at all.</summary>
    Hypothesis,

    /// <summary>Before a statement: it is tried or checked.</summary>
    Tried,

    /// <summary>Before a statement: it is said not to hold.</summary>
    Denied,

    /// <summary>After a statement: it is taken back.</summary>
    TakenBack,

    /// <summary>At the start of the next step: what the step before said is corrected.</summary>
    Corrected,

    /// <summary>Before a statement: somebody else, or the author earlier, said so by mistake.</summary>
    Quoted,

    /// <summary>Beside a solution: it does not count.</summary>
    Rejected,

    /// <summary>Anywhere in a step: from here on what was said need not hold.</summary>
    Cases,

    /// <summary>Anywhere in a step: a phrase that tells no cases apart, though one of its words does so elsewhere.</summary>
    Undivided,

    /// <summary>Before a symbol: it is given a meaning, and what was known of it before is of another thing.</summary>
    Introduced,

    /// <summary>Anywhere in a step: what it says may be of one of several things.</summary>
    Passing,

    /// <summary>Between two equations: the second follows.</summary>
    Leads,

    /// <summary>Between two equations: the second does not follow from the first alone.</summary>
    Blocks,

    /// <summary>Anywhere in a step: a value that is one of several, or that changes.</summary>
    Changing,

    /// <summary>Right beside a value: there are more.</summary>
    Several,

    /// <summary>Before a value: it is a result.</summary>
    Concluded,

    /// <summary>Before a value: it is known.</summary>
    Used,

    /// <summary>Right before a value: it is put in for its letter.</summary>
    PutIn,

    /// <summary>Between two statements of which one or both hold.</summary>
    Or,

    /// <summary>Before the rest of a division.</summary>
    Remainder,

    /// <summary>A sign is given a meaning.</summary>
    Operation,

    /// <summary>Numerals of another base than ten.</summary>
    Base,

    /// <summary>Signs of Boolean algebra.</summary>
    Boolean,

    /// <summary>Angles of a triangle, which depend on each other.</summary>
    Triangle,

    /// <summary>Complex numbers, so that i is the imaginary unit.</summary>
    Complex,

    /// <summary>In a problem: an expression is to be written in another form or worked out, and nothing is to be solved.</summary>
    Task,

    /// <summary>In a problem: an equation is to be solved, or an unknown is to be found.</summary>
    Unknown,

    /// <summary>A part of a problem, before its number.</summary>
    Part,

    /// <summary>In a problem: ways to choose or arrange are counted.</summary>
    Counting,

    /// <summary>Beside an equality: the right side is the left one written anew.</summary>
    Rewritten,

    /// <summary>Before an equality: what is written anew holds for every value of its letters.</summary>
    Expanded,

    /// <summary>Right beside an equation: another one stands with it, and neither follows.</summary>
    Alternative,

    /// <summary>Between an equation and its solutions, where nothing else may stand.</summary>
    Solved,

    /// <summary>Anywhere in a solution: an answer is given or spoken of.</summary>
    Answered,

    /// <summary>Between two equations: what the first describes is moved, and the second describes it elsewhere.</summary>
    Moved,

    /// <summary>Between two equalities with one left side: the second has the value of the right side before it.</summary>
    Calculated,

    /// <summary>Right before a formula: it is the expression of the problem, written anew.</summary>
    Becomes,

    /// <summary>Between two equations: both sides are multiplied by a number.</summary>
    Scaled,

    /// <summary>In a problem: a word that restricts nothing when an equation is to be solved.</summary>
    BareTask,

    /// <summary>In a problem: the inverse of a function is wanted.</summary>
    Inverse,

    /// <summary>Behind a false equality, with the true value: it is corrected.</summary>
    Corrects,

    /// <summary>In a problem: one solution is wanted, or is said to be the only one.</summary>
    OneSolution,

    /// <summary>Before a line of a derivation, where nothing else may stand: what is done to the line before, or that this one
    /// follows.</summary>
    Operated,

    /// <summary>In a problem or right before an equation: derivatives are spoken of.</summary>
    Derivative,

    /// <summary>Anywhere in a trace: amounts of one kind together make less than the sum of their numbers, as alcohol and water
    /// do.</summary>
    Unadditive,

    /// <summary>All that stands before a statement in its sentence, in whatever language: it holds on a condition that need not be
    /// true.</summary>
    Condition,

    /// <summary>Before an equation, in whatever language: two expressions are set equal, and none is the other written anew.</summary>
    Equated,

    /// <summary>Soon after a statement, in whatever language: it led to a contradiction.</summary>
    Contradicted,

    /// <summary>Anywhere in a step, in whatever language: sums of machines or of strings, which are none of numbers.</summary>
    OtherArithmetic,

    /// <summary>Around a statement, in whatever language: its result is rounded or estimated.</summary>
    Rounded,

    /// <summary>Around a statement, in whatever language: a phrase one of whose words denies or takes back elsewhere, as of trial and
    /// error.</summary>
    Idiom,

    /// <summary>Right before an equality: it is a law that holds for every value of its letters.</summary>
    Announced,

    /// <summary>Right behind a value: it solves the equation that is spoken of.</summary>
    IsRoot,

    /// <summary>Before a formula: the left side of the equation before is meant.</summary>
    LeftSide,

    /// <summary>Before a formula: the right side of the equation before is meant.</summary>
    RightSide,

    /// <summary>Before tuples of values: they solve what is asked, and nothing else does.</summary>
    OnlyOnes,

    /// <summary>Before an equation: it is one that was known before, perhaps solved for a letter.</summary>
    KnownBefore,

    /// <summary>Behind a number: what it counts, where a list in brackets may follow.</summary>
    Counted,

    /// <summary>Before such a list: it is no list of what the number counts.</summary>
    Shared,

    /// <summary>Before an equation: it was found or given before, and is said again.</summary>
    Known,

    /// <summary>Anywhere in a step: the name of an inequality that holds for all values of its letters, or that one is known.</summary>
    InequalityLaw,

    /// <summary>Between two equations: both sides are squared.</summary>
    Squared,

    /// <summary>Behind an equation: it holds for every value of its letters.</summary>
    HoldsAlways,

    /// <summary>Behind a statement in its sentence, in whatever language: it is asked, with or without a question mark.</summary>
    Asked,

    /// <summary>Anywhere in a step: the formulas of Vieta, for sums and products of roots.</summary>
    RootSums,

    /// <summary>Of <see cref="Denied"/>: words that may deny something else in the sentence than the statement.</summary>
    Negated,

    /// <summary>Before a statement, with the sign that parts it from what stands before: what is concluded begins.</summary>
    Concludes,

    /// <summary>Behind a statement: it is denied, if the statement is what the words are said of.</summary>
    NegatedBehind,

    /// <summary>Before words of <see cref="NegatedBehind"/>: they are said of the statement.</summary>
    TakenBackOf,
}
