using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>Who is told how far a model is on its way to this machine.</summary>
internal interface IModelWork
{
    /// <summary>Bytes arrived.</summary>
    void Arrived(DownloadProgress progress);

    /// <summary>What is done now.</summary>
    void Stage(string what);
}
