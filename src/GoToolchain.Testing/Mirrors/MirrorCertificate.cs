using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoToolchain.Testing.Mirrors;

/// <summary>A certificate for the loopback addresses, of an authority made for this mirror alone.</summary>
internal sealed class MirrorCertificate : IDisposable
{
    public MirrorCertificate()
    {
        var from = DateTimeOffset.UtcNow.AddDays(-1);
        var until = from.AddDays(30);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=FakeGoMirror authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var authority = request.CreateSelfSigned(from, until);
        Authority = authority.ExportCertificatePem();
        Server = CreateServer(authority, from, until);
    }

    public string Authority { get; }

    public X509Certificate2 Server { get; }

    public void Dispose() => Server.Dispose();

    private static X509Certificate2 CreateServer(X509Certificate2 authority, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(8));
        using var complete = signed.CopyWithPrivateKey(key);
        // Windows takes no key that lives in memory only (https://github.com/dotnet/runtime/issues/23749).
        var packed = complete.Export(X509ContentType.Pfx);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(packed, null);
#else
        return new X509Certificate2(packed);
#endif
    }
}
