using System.Formats.Asn1;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ReasoningLsp.Inference.Backends;

/// <summary>
/// A NuGet package whose gallery vouches for it: what is not byte for byte what an owner published there under this id and
/// version is refused before anything is unpacked.
/// </summary>
internal sealed class SignedPackage : IDisposable
{
    private const string SignatureName = ".signature.p7s";
    private const string OwnersAttribute = "1.3.6.1.4.1.311.84.2.1.1.2";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int LargestSignature = 1 << 20;

    private readonly string _name;
    private readonly FileStream _file;

    private SignedPackage(string name, FileStream file, ZipArchive archive)
    {
        _name = name;
        _file = file;
        Archive = archive;
    }

    /// <summary>Its files.</summary>
    public ZipArchive Archive { get; }

    /// <summary>Opens and checks a package.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="id">What its id must be.</param>
    /// <param name="version">What its version must be.</param>
    /// <param name="trust">Who must have signed it.</param>
    /// <exception cref="InferenceException">It is another one, or nobody vouches for it.</exception>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static SignedPackage Open(string path, string id, string version, PackageTrust trust)
    {
        var file = File.OpenRead(path);
        try
        {
            var package = new SignedPackage($"{id} {version}", file, new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
            package.CheckSignature(trust);
            package.CheckIdentity(id, version);
            package.CheckPaths();
            return package;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Archive.Dispose();
        _file.Dispose();
    }

    private void CheckSignature(PackageTrust trust)
    {
        if (Archive.GetEntry(SignatureName) is not { Length: <= LargestSignature } entry)
            throw Refused("it is not signed");
        using var content = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(content);
        var signature = new SignedCms();
        try
        {
            signature.Decode(content.ToArray());
            signature.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException error)
        {
            throw Refused($"its signature does not hold ({error.Message.TrimEnd('.')})");
        }

        if (signature.SignerInfos is not [{ Certificate: { } certificate } signer])
            throw Refused("it has not exactly one signature");
        var found = Convert.ToHexString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        if (!trust.Certificates.Contains(found))
            throw Refused($"it is signed with the certificate {found}, and not with {string.Join(" or ", trust.Certificates)}");
        var owners = Owners(signer);
        if (!owners.Contains(trust.Owner))
            throw Refused($"it belongs to {(owners.Count == 0 ? "nobody" : string.Join(", ", owners))}, and not to {trust.Owner}");
        var signed = SignedHash(signature.ContentInfo.Content);
        var actual = Convert.ToBase64String(PackageHash.Of(_file, SignatureName));
        if (signed != actual)
            throw Refused($"it is not what was signed: its SHA-256 is {actual} and {signed} was signed");
    }

    private void CheckIdentity(string id, string version)
    {
        var entry = Archive.Entries.SingleOrDefault(each => each.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)
            && !each.FullName.Contains('/', StringComparison.Ordinal)) ?? throw Refused("it does not say what it is");
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        string? Element(XDocument document, string name) =>
            document.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        XDocument document;
        try
        {
            document = XDocument.Load(reader);
        }
        catch (XmlException error)
        {
            throw Refused($"it does not say what it is ({error.Message})");
        }

        var (foundId, foundVersion) = (Element(document, "id"), Element(document, "version"));
        if (!string.Equals(foundId, id, StringComparison.OrdinalIgnoreCase) || foundVersion != version)
            throw Refused($"it is {foundId} {foundVersion}");
    }

    private void CheckPaths()
    {
        foreach (var path in Archive.Entries.Select(entry => entry.FullName))
        {
            if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal)
                || path.Split('/').Contains(".."))
                throw Refused($"it holds a path that leaves its folder, {path}");
        }
    }

    private InferenceException Refused(string reason) =>
        new(InferenceError.WrongNatives, string.Create(CultureInfo.InvariantCulture, $"The package {_name} is refused: {reason}."));

    /// <summary>The owners that the gallery names: an attribute of its signature, a sequence of texts.</summary>
    private static List<string> Owners(SignerInfo signer)
    {
        var owners = new List<string>();
        foreach (var value in signer.SignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => attribute.Oid.Value == OwnersAttribute).SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>()))
        {
            for (var texts = new AsnReader(value.RawData, AsnEncodingRules.BER).ReadSequence(); texts.HasData;)
                owners.Add(texts.ReadCharacterString(UniversalTagNumber.UTF8String));
        }

        return owners;
    }

    /// <summary>The hash within what was signed: lines "Version:1", "", "OID-Hash:BASE64".</summary>
    private static string? SignedHash(byte[] content) => Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':', 2)).FirstOrDefault(parts => parts is [$"{Sha256}-Hash", _])?[1];
}
