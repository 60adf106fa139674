namespace ReasoningLsp.Traces.Labels;

/// <summary>What a label opens.</summary>
internal enum LabelKind
{
    Problem,
    Solution,
    Answer,

    /// <summary>"A:", which answers a "Q:" and is an option otherwise.</summary>
    Reply,
    ReferenceAnswer,

    /// <summary>"Step 3:" and its like in other languages.</summary>
    Step,

    /// <summary>"3." or "3)".</summary>
    Number,

    /// <summary>An item whose number, if it has one, follows from its list: LaTeX's <c>\item</c>.</summary>
    Item,
}
