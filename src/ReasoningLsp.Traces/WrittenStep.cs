namespace ReasoningLsp.Traces;

/// <summary>A step that stands in a record by itself.</summary>
/// <param name="Reviewed">What is reviewed of it.</param>
/// <param name="Whole">All of it: label, markup and white space at its ends too.</param>
/// <param name="LabelEnd">Where its label ends in <paramref name="Whole"/>; 0 where it has none.</param>
public sealed record WrittenStep(string Reviewed, string Whole, int LabelEnd);
