namespace ReasoningLsp.Inference.Hosting;

/// <summary>An <see cref="InferenceException"/> on the wire.</summary>
/// <param name="Kind">What kind of thing went wrong.</param>
/// <param name="Message">In words for a person.</param>
/// <param name="Tokens">Of a text that is too long.</param>
/// <param name="Limit">Of a text that is too long.</param>
internal sealed record EngineFault(InferenceError Kind, string Message, int Tokens, int Limit)
{
    /// <summary>The code under which it travels.</summary>
    public const int Code = -32_050;

    /// <summary>As it is sent.</summary>
    public static EngineFault Of(InferenceException error) => new(error.Kind, error.Message, error.Tokens, error.Limit);

    /// <summary>As it is thrown.</summary>
    public InferenceException ToException() => new(Kind, Message) { Tokens = Tokens, Limit = Limit };
}
