namespace ReasoningLsp.Runs.Planting;

/// <summary>How hard a planted error is to find.</summary>
public enum PlantLevel
{
    /// <summary>The error stands alone: what it breaks can be recomputed in its step, and what follows goes on from the right
    /// value.</summary>
    Open,

    /// <summary>It is carried through: the calculation is done with it, and so is all that rests on it.</summary>
    Carried,

    /// <summary>It is carried through, and its calculation is not shown.</summary>
    Unwritten,
}
