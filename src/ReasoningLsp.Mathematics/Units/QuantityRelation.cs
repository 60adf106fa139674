namespace ReasoningLsp.Mathematics.Units;

/// <summary>How one quantity relates to another that a text sets equal to it.</summary>
public enum QuantityRelation
{
    /// <summary>Exactly the same, in one of the readings of the units.</summary>
    Equal,

    /// <summary>The same within the rounding people use: 5 miles and 8 km, 10 kg and 22 lb.</summary>
    Rounded,

    /// <summary>The same by a convention: a month of 30 days, a year of 52 weeks, a kilobyte of 1024 bytes.</summary>
    Conventional,

    /// <summary>Too close to be called different, though no known rounding leads there.</summary>
    Close,

    /// <summary>Certainly different.</summary>
    Different,

    /// <summary>They measure different things.</summary>
    Incommensurable,
}
