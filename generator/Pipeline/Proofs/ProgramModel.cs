using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>
/// A model as searches see it, its bounds interpreted: what <c>FModel</c> is at run time. Second derivatives are left out where they would cost a search more than
/// they save it.
/// </summary>
internal sealed class ProgramModel : IBoxModel
{
    private readonly IntervalProgram _range;
    private readonly IntervalProgram _gradient;
    private readonly IntervalProgram _product;
    private readonly IntervalProgram? _definedness;
    private readonly IReadOnlyList<Coordinate> _coordinates;
    private readonly Dictionary<string, (Interval[] Box, Interval[] Direction, Interval[] Derivative, Interval[] Product)> _arrays = [];
    private readonly IReadOnlyDictionary<string, string> _outputs;
    private readonly Interval[] _results;
    private readonly Interval[] _values = new Interval[1];
    private readonly Interval[] _direction;
    private readonly Interval[] _own;

    /// <param name="programs">The bounds of one model.</param>
    /// <param name="coordinates">Its point, in order.</param>
    public ProgramModel(ModelPrograms programs, IReadOnlyList<Coordinate> coordinates)
    {
        _range = programs.Range;
        _gradient = programs.Gradient;
        _product = programs.HessianProduct;
        _definedness = programs.Definedness;
        _outputs = programs.Outputs;
        _coordinates = coordinates;
        _results = new Interval[_gradient.ResultCount];
        _direction = new Interval[coordinates.Count];
        _own = new Interval[coordinates.Count];
        foreach (IGrouping<string, Coordinate> array in coordinates.Where(static c => c.Element >= 0).GroupBy(static c => c.Leaf))
        {
            int length = array.Count();
            (Interval[] box, Interval[] direction, Interval[] derivative, Interval[] product) = _arrays[array.Key] = (new Interval[length], new Interval[length], new Interval[length], new Interval[length]);
            foreach (IntervalProgram? program in new[] { _range, _gradient, _product, _definedness })
            {
                Bind(program, array.Key, box);
            }
            Bind(_product, ModelPrograms.DirectionOf(array.Key), direction);
            Bind(_gradient, _outputs[array.Key], derivative);
            Bind(_product, ModelPrograms.ProductOf(array.Key), product);
        }
    }

    public int Dimension => _coordinates.Count;

    /// <summary>False to do without second derivatives.</summary>
    public bool UsesHessian { get; set; } = true;

    public Interval Range(Interval[] box)
    {
        Enter(_range, box);
        _range.Run(_values);
        return _values[0];
    }

    public Interval GradientRange(Interval[] box, Interval[] gradient)
    {
        Enter(_gradient, box);
        foreach ((_, _, Interval[] derivative, _) in _arrays.Values)
        {
            System.Array.Clear(derivative, 0, derivative.Length);
        }
        _gradient.Run(_results);
        int next = 1;
        for (int j = 0; j < gradient.Length; j++)
        {
            Coordinate coordinate = _coordinates[j];
            gradient[j] = coordinate.Element < 0 ? _results[next++] : _arrays[coordinate.Leaf].Derivative[coordinate.Element];
        }
        return _results[0];
    }

    public bool IsDefined(Interval[] box)
    {
        if (_definedness is null)
        {
            return true;
        }
        Enter(_definedness, box);
        _definedness.Run(_values);
        return _values[0].IsBounded;
    }

    public bool HessianRange(Interval[] box, Interval[] hessian)
    {
        if (!UsesHessian || !IsDefined(box))
        {
            return false;
        }
        GradientRange(box, _own);
        bool isBounded = AreBounded(_own, 0, Dimension);
        for (int column = 0; isBounded && column < Dimension; column++)
        {
            _direction[column] = 1;
            Product(box, hessian, column * Dimension);
            _direction[column] = default;
            isBounded = AreBounded(hessian, column * Dimension, Dimension);
        }
        return isBounded;
    }

    public bool HessianRow(Interval[] box, int row, Interval[] result)
    {
        if (!UsesHessian || !IsDefined(box))
        {
            return false;
        }
        GradientRange(box, _own);
        if (!AreBounded(_own, 0, Dimension))
        {
            return false;
        }
        _direction[row] = 1;
        Product(box, result, 0);
        _direction[row] = default;
        return AreBounded(result, 0, Dimension);
    }

    /// <summary>One column of the Hessian, which is a row of it too.</summary>
    private void Product(Interval[] box, Interval[] hessian, int start)
    {
        Enter(_product, box);
        foreach ((_, _, _, Interval[] product) in _arrays.Values)
        {
            System.Array.Clear(product, 0, product.Length);
        }
        for (int j = 0; j < Dimension; j++)
        {
            Coordinate coordinate = _coordinates[j];
            if (coordinate.Element >= 0)
            {
                _arrays[coordinate.Leaf].Direction[coordinate.Element] = _direction[j];
            }
            else if (_product.Takes(ModelPrograms.DirectionOf(coordinate.Leaf)))
            {
                _product.Set(ModelPrograms.DirectionOf(coordinate.Leaf), _direction[j]);
            }
        }
        Interval[] results = new Interval[_product.ResultCount];
        _product.Run(results);
        int next = 0;
        for (int j = 0; j < Dimension; j++)
        {
            Coordinate coordinate = _coordinates[j];
            hessian[start + j] = coordinate.Element < 0 ? results[next++] : _arrays[coordinate.Leaf].Product[coordinate.Element];
        }
    }

    /// <summary>Gives a program a box.</summary>
    private void Enter(IntervalProgram program, Interval[] box)
    {
        for (int j = 0; j < box.Length; j++)
        {
            Coordinate coordinate = _coordinates[j];
            if (coordinate.Element >= 0)
            {
                _arrays[coordinate.Leaf].Box[coordinate.Element] = box[j];
            }
            else if (program.Takes(coordinate.Leaf))
            {
                program.Set(coordinate.Leaf, box[j]);
            }
        }
    }

    private static void Bind(IntervalProgram? program, string name, Interval[] values)
    {
        if (program?.Takes(name) == true)
        {
            program.Set(name, values);
        }
    }

    private static bool AreBounded(Interval[] derivatives, int start, int count)
    {
        for (int j = start; j < start + count; j++)
        {
            if (!derivatives[j].IsBounded)
            {
                return false;
            }
        }
        return true;
    }
}
