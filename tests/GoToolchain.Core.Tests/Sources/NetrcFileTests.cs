using GoToolchain.Fixtures;
using GoToolchain.Sources.Http;

namespace GoToolchain.Core.Tests.Sources;

public sealed class NetrcFileTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("machine go.example login me password p", "https://go.example/x", "me:p")]
    [InlineData("machine go.example\n\tlogin me\n\tpassword p\n", "https://GO.example/x", "me:p")]
    [InlineData("machine a login x password y machine go.example login me password p", "https://go.example/", "me:p")]
    [InlineData("machine a login x password y\ndefault login me password p", "https://go.example/", "me:p")]
    [InlineData("machine go.example login me", "https://go.example/", "me:")]
    [InlineData(
        "macdef init\nmachine go.example login evil password evil\n\nmachine go.example login me password p",
        "https://go.example/",
        "me:p"
    )]
    [InlineData("# machine go.example login evil password evil\nmachine go.example login me password p", "https://go.example/", "me:p")]
    [InlineData("machine go.example login me account q password p", "https://go.example/", "me:p")]
    [InlineData("machine go.example login me password p", "https://sub.go.example/", null)]
    [InlineData("machine go.example login me password p", "http://go.example/", null)]
    [InlineData("machine", "https://go.example/", null)]
    [InlineData("login me password p", "https://go.example/", null)]
    [InlineData("", "https://go.example/", null)]
    public void The_user_for_an_address_is_that_of_its_host(string text, string url, string? user)
    {
        var file = _scratch.CreateFile("netrc", text);
        var found = Read(file).Find(new Uri(url));
        Assert.Equal(user, found is null ? null : $"{found.UserName}:{found.Password}");
    }

    [Fact]
    public void Neither_a_missing_file_nor_a_directory_is_waited_for_or_fails()
    {
        Assert.Null(Read(_scratch["missing"]).Find(new Uri("https://go.example/")));
        Assert.Null(Read(_scratch.CreateDirectory("directory")).Find(new Uri("https://go.example/")));
    }

    private NetrcFile Read(string file) => NetrcFile.Read(SandboxMachine.In(_scratch, new Dictionary<string, string> { ["NETRC"] = file }));
}
