using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Shares requests out among addresses that serve the same model: each goes to the one with the fewest in flight. One that does
/// not answer rests, longer each time, and what it was asked goes to another, so that nothing is lost. Thread-safe.</summary>
/// <param name="options">How servers are spoken to.</param>
/// <param name="clock">Time.</param>
internal sealed class SeveralServers(RemoteOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Uri, State> _states = [];

    /// <summary>Has something computed by any of them.</summary>
    /// <param name="models">The model at each of its addresses; at least one.</param>
    /// <param name="ask">Asks one of them.</param>
    /// <param name="isBegun">Whether part of an answer was shown already, so that no other may begin anew.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">None of them answers, or one of them refuses what it is asked.</exception>
    public async Task<T> RunAsync<T>(ImmutableArray<RemoteModel> models, Func<RemoteModel, Task<T>> ask, Func<bool> isBegun,
        CancellationToken cancellationToken)
    {
        // As often as one server alone would be asked, at each.
        for (var left = models.Length * (options.Retries + 1); ; left--)
        {
            var model = await NextAsync(models, cancellationToken).ConfigureAwait(false);
            var began = clock.GetTimestamp();
            try
            {
                var answer = await ask(model).ConfigureAwait(false);
                End(model, began, isAnswered: true);
                return answer;
            }
            catch (InferenceException error) when (IsTrouble(error))
            {
                End(model, began, isAnswered: false);
                if (left <= 1 || isBegun())
                    throw;
            }
            catch
            {
                // It did answer, or nobody waits any more.
                End(model, began, isAnswered: null);
                throw;
            }
        }
    }

    private async Task<RemoteModel> NextAsync(ImmutableArray<RemoteModel> models, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = TimeSpan.MaxValue;
            lock (_gate)
            {
                (RemoteModel? Model, State? State) best = default;
                foreach (var model in models)
                {
                    var state = _states.TryGetValue(model.Root, out var known) ? known : _states[model.Root] = new State();
                    var rests = state.Failures == 0 ? TimeSpan.Zero : Rest(state) - clock.GetElapsedTime(state.Since);
                    // Of one that failed a single request finds out whether it is back.
                    if (rests > TimeSpan.Zero || (state.Failures > 0 && state.InFlight > 0))
                        wait = Min(wait, rests > TimeSpan.Zero ? rests : options.FirstDelay);
                    else if (best.State is null || state.InFlight < best.State.InFlight)
                        best = (model, state);
                }

                if (best is { Model: { } chosen, State: { } taken })
                {
                    taken.InFlight++;
                    return chosen;
                }
            }

            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private void End(RemoteModel model, long began, bool? isAnswered)
    {
        lock (_gate)
        {
            var state = _states[model.Root];
            state.InFlight--;
            if (isAnswered == true)
                state.Failures = 0;
            // Thirty requests that one failure ends are one failure.
            if (isAnswered == false && (state.Failures == 0 || began >= state.Since))
                (state.Failures, state.Since) = (state.Failures + 1, clock.GetTimestamp());
        }
    }

    // No answer, or none that can be read: half of one is what a server leaves that dies.
    private static bool IsTrouble(InferenceException error) => error.Kind is InferenceError.Unavailable or InferenceError.Failed;

    private TimeSpan Rest(State state) => Min(options.FirstDelay * Math.Pow(2, Math.Min(state.Failures - 1, 20)), options.LongestDelay);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed class State
    {
        public int InFlight { get; set; }

        public int Failures { get; set; }

        public long Since { get; set; }
    }
}
