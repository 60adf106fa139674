using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>Many solutions at one desk: a list by pages, one solution at a time, and what a person says of them.</summary>
internal sealed class DeskFeature : IFeature
{
    private const int LongestPage = 1000;

    private readonly Session _session;
    private readonly DeskSayings _sayings;
    private readonly ConcurrentDictionary<int, OpenDesk> _open = [];
    private int _last;

    /// <summary>No desk is open.</summary>
    public DeskFeature(Session session, Renewal renewal, DeskSayings sayings)
    {
        (_session, _sayings) = (session, sayings);
        renewal.Renewed += () =>
        {
            foreach (var (number, open) in _open)
                _ = session.Client.DeskChangedAsync(
                    new DeskChangedParams(number, open.Desk.Rows.Count, open.Desk.IsComplete, open.Problem));
        };
    }

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        Answer(methods, "open", json => json.DeskOpenParams, json => json.DeskInfo, Open);
        Answer(methods, "list", json => json.DeskListParams, json => json.DeskList, List);
        Answer(methods, "page", json => json.DeskPageParams, json => json.DeskPage, Page);
        Answer(methods, "trace", json => json.DeskRowParams, json => json.DeskTrace, Trace);
        Answer(methods, "groups", json => json.DeskParams, json => json.DeskGroups, Groups);
        Answer(methods, "decide", json => json.DeskDecideParams, json => json.DeskSaid,
            request => InTurn(request.Desk, open => _sayings.Say(open, request)));
        Answer(methods, "undo", json => json.DeskParams, json => json.DeskSaid, request => InTurn(request.Desk, _sayings.Undo));
        methods.Notification("reasoning/desk/close", json => json.DeskParams, request =>
        {
            if (_open.TryRemove(request.Desk, out var open))
                open.Dispose();
        });
    }

    // Away from the message loop, which goes on meanwhile.
    private static void Answer<TParams, TResult>(
        Methods methods, string name, Func<LspReader, JsonTypeInfo<TParams>> parameters, Func<LspWriter, JsonTypeInfo<TResult>> result,
        Func<TParams, TResult?> answer)
        where TResult : class =>
        methods.Request($"reasoning/desk/{name}", parameters, result, (request, token) => Task.Run(() => answer(request), token));

    private DeskInfo Open(DeskOpenParams request)
    {
        var place = DeskPlace.Of(_session, request.Uri);
        var number = Interlocked.Increment(ref _last);
        _open[number] = new OpenDesk(_session, number, place);
        return new DeskInfo(number, place.Name, place.Kind);
    }

    private DeskList List(DeskListParams request)
    {
        var open = At(request.Desk);
        var filter = request.Filter switch
        {
            "all" => DeskFilter.All,
            "flagged" => DeskFilter.Flagged,
            "undecided" => DeskFilter.Undecided,
            var other => throw new LspException(LspError.InvalidParams, $"\"filter\" is all, flagged or undecided, not \"{other}\"."),
        };
        var isComplete = open.Desk.IsComplete;
        open.Desk.List(filter, request.Group, open.Decisions);
        var view = open.Desk.View;
        return new DeskList(view.Length, open.Desk.Rows.Count, isComplete, request.Find is { } row ? view.IndexOf(row) : -1, open.Problem);
    }

    private DeskPage Page(DeskPageParams request)
    {
        var open = At(request.Desk);
        var (view, log) = (open.Desk.View, open.Decisions);
        var from = Math.Clamp(request.From, 0, view.Length);
        return new DeskPage(from, [.. view.AsSpan(from, Math.Clamp(request.Count, 0, Math.Min(LongestPage, view.Length - from))).ToArray()
            .Select(row => DeskRows.Of(open, row, log))]);
    }

    private DeskTrace Trace(DeskRowParams request)
    {
        var open = At(request.Desk);
        var log = open.Decisions;
        var trace = open.Read(request.Row);
        var begin = open.Desk.ItemOf(request.Row)?.Step ?? trace.Findings.Where(finding => finding.Flags && finding.Step is not null)
            .Select(finding => finding.Step!.Value).DefaultIfEmpty(0).Min();
        var group = open.Desk.Groups.FirstOrDefault(each => open.Row(request.Row).Entry.Findings.Any(finding =>
            finding.Key == each.Key && (finding.Step ?? begin) == begin));
        var path = Path.Combine(open.Place.Base, trace.File);
        return new DeskTrace(DeskRows.Of(open, request.Row, log), DeskText.Of(trace, log, open.Steps), Math.Max(0, begin), group?.Key,
            group?.Rows.Count() ?? 0, File.Exists(path) ? FilePath.ToUri(path) : null,
            trace.Findings.Select(finding => finding.Line).FirstOrDefault(number => number > 0, 1) - 1);
    }

    private DeskGroups Groups(DeskParams request)
    {
        var open = At(request.Desk);
        var log = open.Decisions;
        return new DeskGroups([.. open.Desk.Groups.Select(group => new DeskGroupInfo(
            group.Key, group.Members[0].Finding.Rule, UnicodeText.WellFormed(group.Members[0].Finding.Message), group.Rows.Count(),
            group.Members.Length, group.State(log).Accepted + group.State(log).Dismissed, group.State(log).ToString()))]);
    }

    // What is said at one desk is written in its order.
    private DeskSaid InTurn(int desk, Func<OpenDesk, DeskSaid> say)
    {
        var open = At(desk);
        lock (open.Done)
            return say(open);
    }

    private OpenDesk At(int desk) => _open.TryGetValue(desk, out var open) ? open
        : throw new LspException(LspError.InvalidParams, "This desk is closed; open it again.");
}
