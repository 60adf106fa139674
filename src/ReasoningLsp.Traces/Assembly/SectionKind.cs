namespace ReasoningLsp.Traces.Assembly;

/// <summary>What a part of a trace is.</summary>
internal enum SectionKind
{
    /// <summary>What stands before anything that names its part.</summary>
    Preamble,
    Problem,
    Solution,

    /// <summary>A model's <c>&lt;think&gt;</c> text.</summary>
    Thought,
    Answer,
    ReferenceAnswer,
}
