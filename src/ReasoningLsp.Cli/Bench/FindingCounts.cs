namespace ReasoningLsp.Cli.Bench;

/// <summary>Where one kind of finding stood beside the labels.</summary>
/// <param name="Right">At the step that people found wrong first.</param>
/// <param name="Early">Before it.</param>
/// <param name="Later">Behind it, where what was wrong may go on being wrong.</param>
/// <param name="False">In a trace that is right.</param>
internal readonly record struct FindingCounts(int Right, int Early, int Later, int False)
{
    /// <summary>All of them.</summary>
    public int Found => Right + Early + Later + False;

    /// <summary>One at a step, beside the first wrong one, which is negative where all are right.</summary>
    public static FindingCounts Of(int step, int label) => label < 0 ? new(0, 0, 0, 1)
        : step == label ? new(1, 0, 0, 0) : step < label ? new(0, 1, 0, 0) : new(0, 0, 1, 0);

    /// <summary>Both together.</summary>
    public FindingCounts Plus(FindingCounts other) =>
        new(Right + other.Right, Early + other.Early, Later + other.Later, False + other.False);
}
