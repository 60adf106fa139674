using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReasoningLsp.Inference.Remote;

/// <summary>
/// Probabilities of given tokens at given rows from vLLM. It lists the likeliest few of each row; what is missing and would
/// matter is asked for by name, and where a version cannot do that, by appending it to the prompt, whose tokens' own
/// probabilities it always tells.
/// </summary>
/// <param name="connection">The way to the server.</param>
/// <param name="model">Its name for the model.</param>
internal sealed class VllmRows(RemoteConnection connection, string model)
{
    /// <summary>As many as a server lists unless it was started with another --max-logprobs.</summary>
    private const int Listed = 20;

    /// <summary>Prompts in one request.</summary>
    private const int Together = 32;

    private const string TokenPrefix = "token_id:";

    /// <summary>For each row the logarithms of the groups' probabilities, and 0.</summary>
    public async Task<ImmutableArray<double[]>> CandidatesAsync(ImmutableArray<int> tokens, ImmutableArray<int> rows,
        ImmutableArray<ImmutableArray<int>> groups, CancellationToken cancellationToken)
    {
        ImmutableArray<int> wanted = [.. groups.SelectMany(group => group).Distinct()];
        var distinct = rows.Distinct().Order().ToList();
        var lists = distinct.Count == 1 ? [] : await WholeAsync(tokens, distinct, cancellationToken).ConfigureAwait(false);
        foreach (var row in distinct)
        {
            if (!lists.TryGetValue(row, out var list) || !list.Missing(groups).IsEmpty)
                lists[row] = await OneAsync(tokens[..(row + 1)], wanted, cancellationToken).ConfigureAwait(false);
        }

        var missing = distinct.SelectMany(row => lists[row].Missing(groups).Select(token => (Row: row, Token: token))).ToList();
        foreach (var some in missing.Chunk(Together))
        {
            foreach (var (row, token, value) in await AppendedAsync(tokens, some, cancellationToken).ConfigureAwait(false))
                lists[row] = lists[row].With([new(token, value)]);
        }

        return [.. rows.Select(row => lists[row].Read(groups))];
    }

    /// <summary>The log-probability of each token from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public async Task<double[]> LogProbabilitiesAsync(ImmutableArray<int> tokens, int start, int end, CancellationToken cancellationToken)
    {
        var body = Body(model, tokens[..end], most: 1);
        body["prompt_logprobs"] = 0;
        return await connection.PostAsync("v1/completions", body, answer =>
        {
            var told = answer.GetProperty("choices")[0].GetProperty("prompt_logprobs");
            return Enumerable.Range(start, end - start).Select(row => Own(told[row], tokens[row])).ToArray();
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What every request says.</summary>
    public static JsonObject Body(string model, ImmutableArray<int> tokens, int most) => new()
    {
        ["model"] = model,
        ["prompt"] = new JsonArray([.. tokens.Select(token => JsonValue.Create(token))]),
        ["max_tokens"] = most,
        ["temperature"] = 0,
        ["add_special_tokens"] = false,
    };

    /// <summary>The likeliest tokens at all rows but a last one, in one pass.</summary>
    private Task<Dictionary<int, RowList>> WholeAsync(ImmutableArray<int> tokens, List<int> rows, CancellationToken cancellationToken)
    {
        var body = Body(model, tokens[..Math.Min(tokens.Length, rows[^1] + 2)], most: 1);
        body["prompt_logprobs"] = Listed;
        return connection.PostAsync("v1/completions", body, answer =>
        {
            // The entry of a token is what the row before it predicts.
            var told = answer.GetProperty("choices")[0].GetProperty("prompt_logprobs");
            return rows.Where(row => row + 1 < tokens.Length)
                .ToDictionary(row => row,
                row => List(told[row + 1].EnumerateObject()
                .Select(each => (int.Parse(each.Name, CultureInfo.InvariantCulture), each.Value.GetProperty("logprob").GetDouble()))));
        }, cancellationToken);
    }

    /// <summary>The wanted tokens at the last row, where the version can; otherwise the likeliest.</summary>
    private async Task<RowList> OneAsync(ImmutableArray<int> tokens, ImmutableArray<int> wanted, CancellationToken cancellationToken)
    {
        var body = Body(model, tokens, most: 1);
        body["logprobs"] = Listed;
        body["return_tokens_as_token_ids"] = true;
        var named = (JsonObject)body.DeepClone();
        named["logprob_token_ids"] = new JsonArray([.. wanted.Select(token => JsonValue.Create(token))]);
        try
        {
            return await connection.PostAsync("v1/completions", named, Last, cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind == InferenceError.BadRequest)
        {
            // It knows the parameter and not so many tokens.
            return await connection.PostAsync("v1/completions", body, Last, cancellationToken).ConfigureAwait(false);
        }

        RowList Last(JsonElement answer)
        {
            var list = List(answer.GetProperty("choices")[0].GetProperty("logprobs").GetProperty("top_logprobs")[0].EnumerateObject()
                .Select(each => (int.Parse(each.Name.AsSpan(TokenPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture),
                each.Value.GetDouble())));
            // A list of the wanted tokens says nothing of others.
            return wanted.All(list.Known.ContainsKey) ? list with { Ceiling = double.PositiveInfinity } : list;
        }
    }

    /// <summary>The probabilities of single tokens, each as the last one of a prompt.</summary>
    private Task<List<(int Row, int Token, double Value)>> AppendedAsync(ImmutableArray<int> tokens, (int Row, int Token)[] some,
        CancellationToken cancellationToken)
    {
        var body = Body(model, [], most: 1);
        body["prompt"] = new JsonArray(
            [.. some.Select(each => new JsonArray(
            [.. tokens.Take(each.Row + 1).Append(each.Token).Select(token => JsonValue.Create(token))]))]);
        body["prompt_logprobs"] = 0;
        return connection.PostAsync("v1/completions", body, answer =>
        {
            var told = answer.GetProperty("choices").EnumerateArray().ToDictionary(choice => choice.GetProperty("index").GetInt32());
            return some.Select((each, i) => (each.Row, each.Token, Own(told[i].GetProperty("prompt_logprobs")[each.Row + 1], each.Token)))
                .ToList();
        }, cancellationToken);
    }

    private static double Own(JsonElement entry, int token) =>
        entry.GetProperty(token.ToString(CultureInfo.InvariantCulture)).GetProperty("logprob").GetDouble();

    private static RowList List(IEnumerable<(int Token, double Value)> told)
    {
        var known = told.ToImmutableDictionary(each => each.Token, each => each.Value);
        // Beside the likeliest the token that stands there is told, however unlikely it is.
        var ceiling = known.Count == 0 ? double.PositiveInfinity
            : known.Values.OrderDescending().ElementAt(Math.Min(known.Count, Listed) - 1);
        return new RowList(known, ceiling);
    }
}
