using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Cuts the row of pieces into traces, each a list of sections.</summary>
internal sealed class SectionSplitter
{
    private readonly string _text;
    private readonly List<Placed> _pieces;
    private readonly bool _isSolution;
    private readonly List<List<Section>> _traces = [];
    private List<Section> _sections = [];
    private SectionKind _kind;
    private int _from;
    private bool _isNamed;

    private SectionSplitter(string text, List<Placed> pieces, bool isSolution)
    {
        _text = text;
        _pieces = pieces;
        _isSolution = isSolution;
        _kind = isSolution ? SectionKind.Solution : SectionKind.Preamble;
        _isNamed = isSolution;
    }

    /// <param name="text">The text that the pieces stand in.</param>
    /// <param name="pieces">The pieces in order.</param>
    /// <param name="isSolution">Whether the whole text is one solution, as in a model's reply: then no label opens a problem.</param>
    public static List<List<Section>> Split(string text, List<Placed> pieces, bool isSolution)
    {
        var splitter = new SectionSplitter(text, pieces, isSolution);
        for (var index = 0; index < pieces.Count; index++)
            splitter.Take(index);
        splitter.Close(pieces.Count);
        if (splitter._sections.Count > 0)
            splitter._traces.Add(splitter._sections);
        return splitter._traces;
    }

    private void Take(int index)
    {
        var placed = _pieces[index];
        switch (placed.Piece.Kind)
        {
            case PieceKind.ThinkOpen:
                Open(SectionKind.Thought, index + 1, index);
                return;
            case PieceKind.ThinkClose:
                if (_kind == SectionKind.Preamble || (_isSolution && _sections.Count == 0))
                    _kind = SectionKind.Thought; // the opening tag is often left to the prompt
                Open(SectionKind.Solution, index + 1, index);
                return;
            case PieceKind.SectionClose:
                if (_kind is SectionKind.Problem or SectionKind.Answer or SectionKind.ReferenceAnswer)
                    Open(SectionKind.Solution, index + 1, index, isNamed: false);
                return;
        }

        if (_kind == SectionKind.Thought)
            return;
        switch (placed.Section)
        {
            case LabelKind.Problem when !_isSolution:
                Close(index);
                if (_sections.Exists(HasSubstance))
                {
                    _traces.Add(_sections);
                    _sections = [];
                }

                // A title, a greeting: the trace begins at its problem.
                _sections.RemoveAll(section => section.Kind == SectionKind.Preamble);
                Open(SectionKind.Problem, index, index);
                return;
            case LabelKind.Reply when _kind == SectionKind.Problem && _pieces[_from].Piece.Label is { IsLetter: true }:
            case LabelKind.Solution:
                Open(SectionKind.Solution, index, index);
                return;
            case LabelKind.Answer:
                Open(SectionKind.Answer, index, index);
                return;
            case LabelKind.ReferenceAnswer:
                Open(SectionKind.ReferenceAnswer, index, index);
                return;
        }

        if (_kind != SectionKind.Solution && (placed.IsStep || EndsAnswer(index) || WorksAfterQuestion(index)))
            Open(SectionKind.Solution, index, index, isNamed: false);
    }

    // A paragraph that calculates below what was asked, with nothing asked behind it: no part of the problem, though no label stands there.
    private bool WorksAfterQuestion(int index)
    {
        if (_kind != SectionKind.Problem || !_pieces[index].Piece.OpensBlock || _pieces[index].Piece.Kind != PieceKind.Text
            || !WorkedText.Calculates(_text.AsSpan()[_pieces[index].ContentStart.._pieces[index].End])
            || !_text.AsSpan()[_pieces[_from].Start.._pieces[index].Start].ContainsAny('?', '？'))
            return false;
        var end = index;
        while (end + 1 < _pieces.Count && _pieces[end + 1] is { Section: null, IsStep: false })
            end++;
        return end + 1 < _pieces.Count && _pieces[end + 1].IsStep
            && !_text.AsSpan()[_pieces[index].Start.._pieces[end].End].ContainsAny('?', '？');
    }

    private bool HasSubstance(Section section)
    {
        if (section.Kind == SectionKind.Thought)
            return false;
        if (section.Kind == SectionKind.Preamble)
            return Calculates(section);
        for (var index = section.From; index < section.To; index++)
            if (_pieces[index].HasContent)
                return true;
        return section.Kind != SectionKind.Problem;
    }

    // What is worked out above the first problem is a solution of its own.
    private bool Calculates(Section section)
    {
        for (var index = section.From; index < section.To; index++)
            if (_pieces[index].HasContent && WorkedText.Calculates(_text.AsSpan()[_pieces[index].ContentStart.._pieces[index].End]))
                return true;
        return false;
    }

    // "Answer: 42" reaches to the end of its paragraph, a heading "Answer" to the next heading.
    private bool EndsAnswer(int index)
    {
        if (_kind is not (SectionKind.Answer or SectionKind.ReferenceAnswer))
            return false;
        var placed = _pieces[index];
        if (placed.Piece.Kind is PieceKind.Break or PieceKind.Heading)
            return true;
        if (_pieces[_from].Piece.Label?.Style == LabelStyle.Heading || !placed.Piece.OpensBlock)
            return false;
        for (var taken = _from; taken < index; taken++)
            if (_pieces[taken].HasContent)
                return true;
        return false;
    }

    private void Open(SectionKind kind, int from, int endOfLast, bool isNamed = true)
    {
        Close(endOfLast);
        _kind = kind;
        _from = from;
        _isNamed = isNamed;
    }

    private void Close(int end)
    {
        if (end > _from)
            _sections.Add(new Section(_kind, _from, end, _isNamed));
        _from = end;
    }
}
