namespace ReasoningLsp.Inference.Requests;

/// <summary>How keys and values are kept.</summary>
public enum CachePrecision
{
    /// <summary>16 bits a number.</summary>
    Half,

    /// <summary>32 bits a number: twice the memory, scores exact to the fourth decimal.</summary>
    Single,
}
