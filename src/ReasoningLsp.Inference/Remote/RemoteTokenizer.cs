using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Pieces of prompts to tokens, by the server that knows the vocabulary. What was asked once is not asked again.
/// Thread-safe.</summary>
/// <param name="tokenize">Asks the server; the second argument says whether names of control tokens become such.</param>
/// <param name="begin">The token that begins a text, or null.</param>
/// <param name="parsesControls">Whether the server makes control tokens of their names even in plain text.</param>
internal sealed partial class RemoteTokenizer(Func<string, bool, CancellationToken, Task<ServerTokens>> tokenize, int? begin,
    bool parsesControls)
{
    private const int MostRemembered = 8_192;
    private const int LongestRemembered = 1_024;

    private readonly ConcurrentDictionary<(string Text, bool IsControl), ServerTokens> _known = [];

    /// <summary>The control token of this name, or null where it is not one token.</summary>
    public async Task<int?> ControlAsync(string name, CancellationToken cancellationToken) =>
        await AskAsync(name, isControl: true, cancellationToken).ConfigureAwait(false) is { Ids: [var token] } ? token : null;

    /// <summary>A prompt. Plain text never becomes a control token.</summary>
    /// <exception cref="InferenceException">A control token is not in the vocabulary.</exception>
    public async Task<EncodedPrompt> EncodeAsync(ImmutableArray<PromptPiece> pieces, CancellationToken cancellationToken)
    {
        var controls = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in pieces.Where(piece => piece.Kind == PieceKind.Control).Select(piece => piece.Text)
            .Distinct(StringComparer.Ordinal))
        {
            controls[name] = await ControlAsync(name, cancellationToken).ConfigureAwait(false)
                ?? throw new InferenceException(InferenceError.BadRequest,
                    $"The model's vocabulary does not hold {name} as one token, so this profile does not fit it.");
        }

        var encoded = await Task.WhenAll(pieces.Select(piece => PieceAsync(piece, controls, cancellationToken))).ConfigureAwait(false);
        var all = ServerTokens.Join(encoded);
        var starts = new int[encoded.Length + 1];
        for (var i = 0; i < encoded.Length; i++)
            starts[i + 1] = starts[i] + encoded[i].Ids.Length;
        return new EncodedPrompt(pieces, starts, [.. all.Ids], at => all.Bytes[at]);
    }

    /// <summary>Candidate groups as tokens; of a group, names that are not one token are left out.</summary>
    /// <exception cref="InferenceException">Nothing of a group is one token.</exception>
    public async Task<ImmutableArray<ImmutableArray<int>>> GroupsAsync(ImmutableArray<ImmutableArray<PromptPiece>> groups,
        CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(groups.Select(group => GroupAsync(group, cancellationToken))).ConfigureAwait(false)];

    private async Task<ImmutableArray<int>> GroupAsync(ImmutableArray<PromptPiece> group, CancellationToken cancellationToken)
    {
        var tokens = await Task.WhenAll(group.Select(async piece => piece.Kind switch
        {
            PieceKind.Id => piece.Number,
            PieceKind.Control => await ControlAsync(piece.Text, cancellationToken).ConfigureAwait(false),
            PieceKind.Text => await PlainAsync(piece.Text, [], cancellationToken).ConfigureAwait(false) is { Ids: [var token] } ? token
                : null,
            _ => begin,
        })).ConfigureAwait(false);
        ImmutableArray<int> known = [.. tokens.OfType<int>().Distinct()];
        return known.IsEmpty
            ? throw new InferenceException(InferenceError.BadRequest,
                $"The model's vocabulary holds none of {string.Join(", ", group)} as one token, so this profile does not fit it.")
            : known;
    }

    private async Task<ServerTokens> PieceAsync(PromptPiece piece, Dictionary<string, int> controls, CancellationToken cancellationToken) =>
        piece.Kind switch
        {
            PieceKind.Control => new ServerTokens([controls[piece.Text]], [0]),
            PieceKind.Id => new ServerTokens([piece.Number], [0]),
            PieceKind.Text => await PlainAsync(piece.Text, controls, cancellationToken).ConfigureAwait(false),
            _ => begin is { } token ? new ServerTokens([token], [0]) : ServerTokens.Empty,
        };

    private async Task<ServerTokens> PlainAsync(string text, Dictionary<string, int> controls, CancellationToken cancellationToken)
    {
        var names = await ControlNamesAsync(text, cancellationToken).ConfigureAwait(false);
        var tokens = await CutAsync(text, names, cancellationToken).ConfigureAwait(false);
        // Some vocabularies read added tokens even in plain text.
        if (tokens.Ids.Any(controls.ContainsValue))
            tokens = await CutAsync(text, [.. names, .. controls.Keys], cancellationToken).ConfigureAwait(false);
        return tokens.Ids.Any(controls.ContainsValue)
            ? throw new InferenceException(InferenceError.BadRequest, "The text would forge a control token of the prompt.")
            : tokens;
    }

    /// <summary>What a server that makes control tokens of their names would make such of.</summary>
    private async Task<ImmutableArray<string>> ControlNamesAsync(string text, CancellationToken cancellationToken)
    {
        if (!parsesControls)
            return [];
        var names = LooksLikeControl().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var tokens = await Task.WhenAll(names.Select(name => ControlAsync(name, cancellationToken))).ConfigureAwait(false);
        return [.. names.Where((_, i) => tokens[i] is not null)];
    }

    /// <summary>Tokens of a text that is cut within each of the names.</summary>
    private async Task<ServerTokens> CutAsync(string text, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        var parts = new List<ServerTokens>();
        var from = 0;
        foreach (var cut in names.Where(name => name.Length > 1).SelectMany(name => Places(text, name)).Append(text.Length).Distinct()
            .Order())
        {
            var part = await AskAsync(text[from..cut], isControl: false, cancellationToken).ConfigureAwait(false);
            parts.Add(from == 0 ? part : part.WithoutSpaceBefore(Encoding.UTF8.GetByteCount(text.AsSpan(from, cut - from))));
            from = cut;
        }

        return ServerTokens.Join(parts);
    }

    private static IEnumerable<int> Places(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            yield return at + 1;
    }

    private async Task<ServerTokens> AskAsync(string text, bool isControl, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
            return ServerTokens.Empty;
        if (_known.TryGetValue((text, isControl), out var known))
            return known;
        var tokens = await tokenize(text, isControl, cancellationToken).ConfigureAwait(false);
        if (_known.Count >= MostRemembered)
            _known.Clear();
        if (text.Length <= LongestRemembered)
            _known[(text, isControl)] = tokens;
        return tokens;
    }

    // The shapes that control tokens' names have in all vocabularies that are known.
    [GeneratedRegex(@"<[^<>\s]{1,64}>|\[/?[A-Z][A-Z_0-9]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeControl();
}
