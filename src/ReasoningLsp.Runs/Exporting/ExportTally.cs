namespace ReasoningLsp.Runs.Exporting;

/// <summary>What became of the records of an export.</summary>
public sealed record ExportTally
{
    /// <summary>Records written.</summary>
    public int Written { get; init; }

    /// <summary>Of these, such as name no licence.</summary>
    public int Unlicensed { get; init; }

    /// <summary>Steps whose soft label is a Monte-Carlo rate or a probability.</summary>
    public int Soft { get; init; }

    /// <summary>Steps that a reward model labelled because it was sure enough.</summary>
    public int Certain { get; init; }

    /// <summary>Traces of which Monte Carlo and the judge name different first wrong steps.</summary>
    public int Disputed { get; init; }

    /// <summary>Traces of which one of the two says nothing.</summary>
    public int Unheard { get; init; }

    /// <summary>Records that fit the peer worst.</summary>
    public int Misfits { get; init; }

    /// <summary>Records of which the peer says nothing.</summary>
    public int Unreviewed { get; init; }

    /// <summary>Pairs whose chosen answer has lost likelihood.</summary>
    public int Losing { get; init; }

    /// <summary>Pairs whose likelihood could not be computed.</summary>
    public int Unmeasured { get; init; }

    /// <summary>Records by domain; empty where they are not weighed.</summary>
    public IReadOnlyDictionary<string, int> Domains { get; init; } = new Dictionary<string, int>();

    /// <summary>The weight of each domain.</summary>
    public DomainWeights? Weights { get; init; }
}
