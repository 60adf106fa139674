using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Compares traces by what they are made of.</summary>
internal static class TraceEquality
{
    /// <summary>Whether both consist of the very same steps and equal everything else.</summary>
    public static bool SameParts(Trace left, Trace right) =>
        left.Index == right.Index && left.Id == right.Id && left.Span == right.Span
        && SameSteps(left.Steps, right.Steps)
        && ReferenceEquals(left.Problem, right.Problem) && ReferenceEquals(left.FinalAnswer, right.FinalAnswer)
        && Equal(left.Settings, right.Settings) && left.Errors.SequenceEqual(right.Errors)
        && left.Programs.Length == right.Programs.Length
        && left.Programs.Zip(right.Programs).All(pair => pair.First.IsSame(pair.Second));

    public static bool Equal(TraceSettings left, TraceSettings right) =>
        ReferenceEquals(left, right)
        || (left.Answer == right.Answer && left.Language == right.Language && left.Profile == right.Profile
            && left.Hints.SequenceEqual(right.Hints) && left.Concepts.SequenceEqual(right.Concepts)
                && left.Checklist.SequenceEqual(right.Checklist));

    public static bool Equal(MappedText? left, MappedText? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null && left.Text == right.Text && left.Runs.SequenceEqual(right.Runs));

    public static bool Equal(Step left, Step right) =>
        ReferenceEquals(left, right)
        || (left.Index == right.Index && left.Label == right.Label && left.Number == right.Number && left.Span == right.Span
            && left.IsThought == right.IsThought && left.Written == right.Written
            && left.Code.SequenceEqual(right.Code) && Equal(left.Text, right.Text));

    private static bool SameSteps(ImmutableArray<Step> left, ImmutableArray<Step> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var index = 0; index < left.Length; index++)
            if (!ReferenceEquals(left[index], right[index]))
                return false;
        return true;
    }
}
