namespace ReasoningLsp.Mathematics.Units;

/// <summary>What can be measured. Each currency is its own: exchange rates are no mathematics.</summary>
public enum BaseQuantity
{
    /// <summary>In metres.</summary>
    Length,

    /// <summary>In kilograms.</summary>
    Mass,

    /// <summary>In seconds.</summary>
    Time,

    /// <summary>In kelvins.</summary>
    Temperature,

    /// <summary>Electric current, in amperes.</summary>
    Current,

    /// <summary>Amount of substance, in moles.</summary>
    Substance,

    /// <summary>Luminous intensity, in candelas.</summary>
    Light,

    /// <summary>In degrees.</summary>
    Angle,

    /// <summary>In bits.</summary>
    Data,

    /// <summary>Dollars.</summary>
    Dollar,

    /// <summary>Pounds sterling.</summary>
    Sterling,

    /// <summary>Euros.</summary>
    Euro,

    /// <summary>Yuan.</summary>
    Yuan,

    /// <summary>Yen.</summary>
    Yen,

    /// <summary>Rupees.</summary>
    Rupee,

    /// <summary>Pesos.</summary>
    Peso,

    /// <summary>Roubles.</summary>
    Rouble,

    /// <summary>Hryvnias.</summary>
    Hryvnia,

    /// <summary>Zlotys.</summary>
    Zloty,

    /// <summary>Turkish liras.</summary>
    Lira,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Dong.</summary>
    Dong,

    /// <summary>Reais.</summary>
    Real,

    /// <summary>Swiss francs.</summary>
    Franc,
}
