using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Backends;

/// <summary>Who must have signed a package.</summary>
/// <param name="Certificates">SHA-256 of the certificates that a gallery signs with, hexadecimal; it changes them every few years.</param>
/// <param name="Owner">The account at the gallery that the package belongs to.</param>
internal sealed record PackageTrust(ImmutableArray<string> Certificates, string Owner)
{
    /// <summary>LLamaSharp's packages, signed by nuget.org with the certificate that is valid to May 2027.</summary>
    public static PackageTrust LLamaSharp { get; } =
        new(["1F4B311D9ACC115C8DC8018B5A49E00FCE6DA8E2855F9F014CA6F34570BC482D"], "Haiping-Chen");
}
