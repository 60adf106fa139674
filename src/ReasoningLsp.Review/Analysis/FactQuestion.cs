namespace ReasoningLsp.Review.Analysis;

/// <summary>What a step may ask of its trace.</summary>
internal enum FactQuestion
{
    /// <summary>Earlier equations on given symbols.</summary>
    Equations,

    /// <summary>Earlier equations on given symbols, and where they stand.</summary>
    PlacedEquations,

    /// <summary>Whether an earlier step tells cases apart.</summary>
    Cases,

    /// <summary>What the problem wants written anew.</summary>
    Task,

    /// <summary>What the problem speaks of and says nothing of.</summary>
    GivenExpressions,

    /// <summary>The one relation that the problem states.</summary>
    TaskRelation,

    /// <summary>Whether nothing else ties given symbols.</summary>
    Alone,

    /// <summary>The last equation of the step before.</summary>
    LastEquation,

    /// <summary>The one expression that the problem asks for.</summary>
    Asked,

    /// <summary>The last relation of the step before.</summary>
    LastStatement,

    /// <summary>What the problem wants solved and restricts in no way.</summary>
    BareTask,

    /// <summary>The system that the problem wants solved and restricts in no way.</summary>
    BareSystem,

    /// <summary>Whether a number is named.</summary>
    Name,

    /// <summary>Whether the trace ends here, and nothing in it is rejected.</summary>
    Final,

    /// <summary>All inequalities on a symbol.</summary>
    Inequalities,

    /// <summary>Earlier values of a symbol.</summary>
    Values,
}
