namespace ReasoningLsp.Review.Programs;

/// <summary>What is known of a program and the output stated beside it.</summary>
public enum ProgramVerdict
{
    /// <summary>Nothing certain.</summary>
    Undecided,

    /// <summary>It prints what is stated.</summary>
    Same,

    /// <summary>It prints something else, and does so whenever it is run.</summary>
    Differs,
}
