using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace ReasoningLsp.Inference.Remote;

/// <summary>When a failed request is sent again, and after how long.</summary>
internal static class RetryPolicy
{
    /// <summary>The pipeline that sends again.</summary>
    public static ResiliencePipeline Create(RemoteOptions options, TimeProvider clock)
    {
        if (options.Retries == 0)
            return ResiliencePipeline.Empty;
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        return builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.FirstDelay,
            MaxDelay = options.LongestDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is RemoteFailure failure
                && arguments.AttemptNumber < failure.Retries
                && !(failure.RetryAfter > options.LongestDelay)),
            DelayGenerator = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is RemoteFailure { RetryAfter: { } wait } ? wait : (TimeSpan?)null),
        }).Build();
    }

    /// <summary>How long a server asks to wait, or null.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider clock) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - clock.GetUtcNow()).Ticks)) : null);
}
