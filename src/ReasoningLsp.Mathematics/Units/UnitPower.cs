namespace ReasoningLsp.Mathematics.Units;

/// <summary>A unit to a whole power other than zero: the s⁻² of m/s².</summary>
public readonly record struct UnitPower(Unit Unit, int Power);
