/* The model of five arguments on columns, and elementary functions on one column: loops that gcc can hand to its vector library. */
#include <math.h>

void mixed(int rows, const double *restrict a, const double *restrict b, const double *restrict c, const double *restrict d, const double *restrict e,
           double *restrict value) {
    for (int i = 0; i < rows; i++) {
        value[i] = exp(-a[i] * a[i] / 2) * sin(b[i]) + log(1 + c[i] * c[i]) * tanh(d[i]) + e[i] * a[i] * d[i];
    }
}

void mixed_gradient(int rows, const double *restrict a, const double *restrict b, const double *restrict c, const double *restrict d, const double *restrict e,
                    double *restrict value, double *restrict da, double *restrict db, double *restrict dc, double *restrict dd, double *restrict de) {
    for (int i = 0; i < rows; i++) {
        double bell = exp(-a[i] * a[i] / 2), sine = sin(b[i]), one = 1 + c[i] * c[i], logarithm = log(one), t = tanh(d[i]);
        value[i] = bell * sine + logarithm * t + e[i] * a[i] * d[i];
        da[i] = e[i] * d[i] - a[i] * bell * sine;
        db[i] = bell * cos(b[i]);
        dc[i] = 2 * c[i] / one * t;
        dd[i] = logarithm * (1 - t * t) + e[i] * a[i];
        de[i] = a[i] * d[i];
    }
}

#define COLUMN(name, expression)                                               \
    void column_##name(int rows, const double *restrict from, double *restrict to) { \
        for (int i = 0; i < rows; i++) {                                       \
            double x = from[i];                                                \
            to[i] = expression;                                                \
        }                                                                      \
    }

COLUMN(exp, exp(x))
COLUMN(expm1, expm1(x))
COLUMN(log, log(x))
COLUMN(log1p, log1p(x))
COLUMN(sin, sin(x))
COLUMN(cos, cos(x))
COLUMN(tan, tan(x))
COLUMN(tanh, tanh(x))
COLUMN(sigmoid, 1 / (1 + exp(-x)))
COLUMN(softplus, (x > 0 ? x : 0) + log1p(exp(-fabs(x))))
COLUMN(atan, atan(x))
COLUMN(asin, asin(x))
COLUMN(acos, acos(x))
COLUMN(atan2, atan2(x, 0.7))
COLUMN(pow, pow(x, 1.7))
COLUMN(cbrt, cbrt(x))
COLUMN(erf, erf(x))
COLUMN(sqrt, sqrt(x))
