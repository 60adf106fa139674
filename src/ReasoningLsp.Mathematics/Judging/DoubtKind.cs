namespace ReasoningLsp.Mathematics.Judging;

/// <summary>What sort of doubt leaves a relation undecided.</summary>
public enum DoubtKind
{
    /// <summary>There is none, or none is known.</summary>
    None,

    /// <summary>Its signs and letters may mean something else.</summary>
    Notation,

    /// <summary>It can be read in several ways, which do not agree.</summary>
    Readings,

    /// <summary>Units that are not understood, or that do not go together, may explain it.</summary>
    Units,

    /// <summary>The words beside it were not understood.</summary>
    Words,

    /// <summary>It may say something else than what a calculation comes to.</summary>
    Meaning,

    /// <summary>It may be a rounding or an estimate.</summary>
    Rounding,

    /// <summary>It is not stated as true: supposed, asked, quoted, tried or taken back.</summary>
    NotStated,
}
