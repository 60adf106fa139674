using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>Is told of reviews as they come in; of one document one after the other. Never takes long.</summary>
internal interface IReviewObserver
{
    /// <summary>A part of a text is still to be reviewed.</summary>
    void Progressed(OpenDocument document, TextSnapshot text, TextSpan left)
    {
    }

    /// <summary>A document's current text was reviewed; null: it does not ask for review.</summary>
    void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
    }

    /// <summary>A document was closed.</summary>
    void Closed(OpenDocument document)
    {
    }
}
