namespace ReasoningLsp.Review.Findings;

/// <summary>What a rule speaks of; the first digit of its id.</summary>
public enum RuleFamily
{
    /// <summary>RR0xx: what was read, and comments that silence.</summary>
    Reading = 0,

    /// <summary>RR1xx: arithmetic and algebra.</summary>
    Arithmetic = 1,

    /// <summary>RR2xx: structure and format.</summary>
    Structure = 2,

    /// <summary>RR3xx: consistency.</summary>
    Consistency = 3,

    /// <summary>RR4xx: a reward model's opinion.</summary>
    RewardModel = 4,

    /// <summary>RR5xx: items of a checklist.</summary>
    Checklist = 5,

    /// <summary>RR6xx: text aimed at whoever judges.</summary>
    JudgeTarget = 6,
}
