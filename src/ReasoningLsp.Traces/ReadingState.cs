namespace ReasoningLsp.Traces;

/// <summary>What a reader keeps of a reading for the next edit; only the reader looks inside.</summary>
internal abstract record ReadingState;
