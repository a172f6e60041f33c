using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;

namespace Proxima.Evolver.Inspection;

/// <summary>
/// The operations of a function as the transform left them and as the passes leave them: arithmetic and elementary functions of reals, a fused multiply-add as one, what is
/// inside a loop once. Sums over a loop are not multiplied by its iterations, which a build does not know.
/// </summary>
/// <param name="Function">The companion, or the model itself.</param>
internal sealed record OperationCount(string Function, int Before, int After, int Elementary)
{
    /// <summary>Of the model, then of each derivative that was asked for.</summary>
    /// <param name="hasGradient">True where there is a gradient, asked for or needed by what was.</param>
    public static IReadOnlyList<OperationCount> Of(Request request, Module normal, bool hasGradient)
    {
        Module? left = null;
        Derivatives derivatives = new(request, normal, static _ => { }, module => left = module);
        List<OperationCount> counts = [Between(request.Method, normal, normal, null)];
        Primal? primal = Derivatives.PrimalOf(request);
        Companions asked = request.Companions;
        void Add(Companions companion, string name, Action make)
        {
            if (asked.HasFlag(companion))
            {
                make();
                counts.Add(Between(request.Prefix + name, left!, PassList.Prepare(left!), primal));
            }
        }

        if (hasGradient)
        {
            bool isForward = derivatives.IsForward;
            Module gradient = isForward ? left! : derivatives.Reversed;
            counts.Add(Between(request.Prefix + "Gradient", gradient, isForward ? PassList.Prepare(gradient) : gradient, primal));
        }
        Add(Companions.Tangent, "Tangent", () => derivatives.Tangent());
        Add(Companions.Adjoint, "Adjoint", () => derivatives.Adjoint(isOnePoint: true));
        if (Layout.Outputs(request).Count != 1) // the only row is the gradient
        {
            Add(Companions.Jacobian, "Jacobian", () => MatrixCompanion.Jacobian(request, derivatives));
        }
        Add(Companions.Hessian, "HessianProduct", () => derivatives.HessianProduct());
        Add(Companions.Taylor, "Taylor", () => derivatives.Series());
        return counts;
    }

    private static OperationCount Between(string name, Module left, Module prepared, Primal? primal)
    {
        Module tidy = PassList.Tidy(prepared, primal);
        return new(name, Applied(left).Count() + Added(left), Applied(tidy).Count() + Added(tidy), Applied(tidy).Count(static a => a.Primitive.Cost == Cost.Expensive));
    }

    private static IEnumerable<Apply> Applied(Module module) => Functions(module)
        .SelectMany(static f => Walker.Expressions(f.Body).Concat(f.Results.SelectMany(Walker.All))).OfType<Apply>().Where(static a => a.Type.IsReal() && a.Primitive.Cost != Cost.Trivial);

    /// <summary><c>x[i] += y</c> adds.</summary>
    private static int Added(Module module) => Functions(module).SelectMany(static f => Walker.Statements(f.Body)).Count(static s => s is Add);

    private static IEnumerable<Function> Functions(Module module) => module.Callees.Prepend(module.Main);
}
