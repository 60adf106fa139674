namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes candidates for a step.</summary>
public interface ICorrectionWriter
{
    /// <summary>Texts that the step might have instead, as they are finished. Nothing in them was checked yet.</summary>
    /// <param name="brief">Which step, and what is wrong with it.</param>
    /// <param name="isWeak">Whether the beginning of a candidate is refuted already, so that it need not be finished. Called from other
    /// threads, while the text is written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    IAsyncEnumerable<WrittenCandidate> WriteAsync(
        CorrectionBrief brief, Func<string, bool> isWeak, CancellationToken cancellationToken);
}
