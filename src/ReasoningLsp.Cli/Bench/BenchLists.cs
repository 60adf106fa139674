namespace ReasoningLsp.Cli.Bench;

/// <summary>What a run writes down trace by trace, and what it knows beforehand.</summary>
/// <param name="Failures">Where false alarms and misses go, or null.</param>
/// <param name="Alarms">Where alarms on traces that nobody called wrong go, or null.</param>
/// <param name="Accepted">Alarms that people accepted, or null.</param>
/// <param name="Fixes">Where changes of right traces go, or null where no fixes are tried.</param>
internal sealed record BenchLists(FailureWriter? Failures, AlarmWriter? Alarms, AcceptedAlarms? Accepted,
    FixWriter? Fixes);
