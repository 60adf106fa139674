namespace ReasoningLsp.Inference;

/// <summary>Most tokens of several texts together: what might go beyond it is not begun. Not thread-safe.</summary>
/// <param name="tokens">Of all texts.</param>
/// <param name="longest">Most tokens of one.</param>
public sealed class TextBudget(int tokens, int longest)
{
    private int _begun;

    /// <summary>Tokens written.</summary>
    public int Written { get; private set; }

    /// <summary>Whether one more text may be begun; it then is.</summary>
    public bool TryBegin()
    {
        if (Written + ((_begun + 1L) * longest) > tokens)
            return false;
        _begun++;
        return true;
    }

    /// <summary>A text that was begun is written.</summary>
    public void End(int written)
    {
        _begun--;
        Written += written;
    }
}
