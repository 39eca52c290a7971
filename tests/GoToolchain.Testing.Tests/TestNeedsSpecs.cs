using GoToolchain.Testing.Provisioning;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Tests;

public sealed class TestNeedsSpecs
{
    [Theory]
    [InlineData(nameof(Suite.Of_its_class), "1.22", GoTestPolicy.Fail)]
    [InlineData(nameof(Suite.Of_its_own), "1.23", GoTestPolicy.Skip)]
    [InlineData(nameof(Suite.Of_its_fact), "1.24", GoTestPolicy.Fail)]
    public void The_nearest_attribute_counts(string method, string version, GoTestPolicy policy)
    {
        var needs = TestNeeds.Of(typeof(Suite).GetMethod(method)!, typeof(Suite), []);

        Assert.Equal(version, needs.Version);
        Assert.Equal(policy, needs.Policy);
    }

    [Fact]
    public void An_argument_of_a_matrix_counts_more_than_attributes()
    {
        var method = typeof(Suite).GetMethod(nameof(Suite.Of_a_matrix))!;

        Assert.Equal("1.19", TestNeeds.Of(method, typeof(Suite), ["1.19"]).Version);
        Assert.Equal("1.22", TestNeeds.Of(method, typeof(Suite), ["no version"]).Version);
    }

    [Fact]
    public void Tests_that_need_the_same_share_one_search() =>
        Assert.Equal(
            TestNeeds.Of(typeof(Suite).GetMethod(nameof(Suite.Of_its_class))!, typeof(Suite), []),
            TestNeeds.Of(typeof(Suite).GetMethod(nameof(Suite.Of_a_matrix))!, typeof(Suite), [])
        );

    // The attributes of another kind of class: xunit must not take it for tests of this project.
#pragma warning disable xUnit1000, xUnit1008 // Only its attributes are read; none of it is to run.
    [RequiresGo("1.22"), GoTestPolicy(GoTestPolicy.Fail)]
    internal abstract class Suite
    {
        public abstract void Of_its_class();

        [RequiresGo("1.23"), GoTestPolicy(GoTestPolicy.Skip)]
        public abstract void Of_its_own();

        [GoFact(Version = "1.24")]
        public abstract void Of_its_fact();

        [GoVersions("1.19", "1.21")]
        public abstract void Of_a_matrix(string version);
    }
}
