using System.Text.Json.Serialization;

namespace ReasoningLsp.Review.Profiles;

/// <summary>One part of a profile's prompt; exactly one of its properties is set.</summary>
public sealed record PromptPart
{
    /// <summary>The token that begins a text in the model's vocabulary.</summary>
    public bool? Begin { get; init; }

    /// <summary>A control token by name.</summary>
    public string? Control { get; init; }

    /// <summary>A token by number.</summary>
    public int? Token { get; init; }

    /// <summary>Plain text. Neighbouring text is tokenised as one.</summary>
    public string? Text { get; init; }

    /// <summary>The problem.</summary>
    public TextForm? Problem { get; init; }

    /// <summary>The step.</summary>
    public TextForm? Step { get; init; }

    /// <summary>The earlier steps, with this text between them.</summary>
    public string? Earlier { get; init; }

    /// <summary>Each earlier step in this form, which holds <c>{number}</c> and <c>{step}</c>.</summary>
    public string? EarlierAs { get; init; }

    /// <summary>The step's number, counted from this.</summary>
    public int? Number { get; init; }

    /// <summary>The criterion, in the model's words or the user's; the text holds <c>{criterion}</c> and is left out where there is
    /// none.</summary>
    public string? Criterion { get; init; }

    /// <summary>Ends a piece: what follows is tokenised apart.</summary>
    public bool? Cut { get; init; }

    /// <summary>The step's score is read at the last token so far, or so many rows from it.</summary>
    public int? Read { get; init; }

    /// <summary>The response begins here, for profiles that compare two models.</summary>
    public bool? Start { get; init; }

    /// <summary>Begins a turn of this role in the model's own chat format.</summary>
    public string? Turn { get; init; }

    /// <summary>Ends the turn.</summary>
    public bool? EndTurn { get; init; }

    /// <summary>How many properties are set.</summary>
    [JsonIgnore]
    public int Count => new object?[] { Begin, Control, Token, Text, Problem, Step, Earlier, EarlierAs, Number, Criterion, Cut, Read,
        Start, Turn, EndTurn }.Count(value => value is not null);
}
