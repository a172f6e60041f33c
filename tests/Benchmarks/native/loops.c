/* Rosenbrock's chain and van der Pol's oscillator: values and gradients derived by hand. */
#include <stdlib.h>

double rosenbrock(int n, const double *restrict x) {
    double sum = 0;
    for (int i = 0; i < n - 1; i++) {
        double t = x[i + 1] - x[i] * x[i];
        sum += 100 * t * t + (1 - x[i]) * (1 - x[i]);
    }
    return sum;
}

/* What the next element adds is carried, so that each element is stored once. */
double rosenbrock_gradient(int n, const double *restrict x, double *restrict gradient) {
    double sum = 0, carried = 0;
    for (int i = 0; i < n - 1; i++) {
        double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
        sum += 100 * t * t + u * u;
        gradient[i] = carried - 400 * t * x[i] - 2 * u;
        carried = 200 * t;
    }
    gradient[n - 1] = carried;
    return sum;
}

static const double step_size = 0.005;

double oscillator(double x, double v, double mu, int steps) {
    for (int step = 0; step < steps; step++) {
        v += step_size * (mu * (1 - x * x) * v - x);
        x += step_size * v;
    }
    return x * x + v * v;
}

double oscillator_reverse(double x, double v, double mu, int steps, double *d_x, double *d_v, double *d_mu) {
    double *states = malloc(sizeof(double) * 2 * steps);
    for (int step = 0; step < steps; step++) {
        states[2 * step] = x;
        states[2 * step + 1] = v;
        v += step_size * (mu * (1 - x * x) * v - x);
        x += step_size * v;
    }
    double dx = 2 * x, dv = 2 * v, dmu = 0;
    for (int step = steps - 1; step >= 0; step--) {
        double old_x = states[2 * step], old_v = states[2 * step + 1], damping = 1 - old_x * old_x;
        dv += step_size * dx;
        double slope = step_size * dv;
        dmu += slope * damping * old_v;
        dx -= slope * (2 * mu * old_x * old_v + 1);
        dv += slope * mu * damping;
    }
    free(states);
    *d_x = dx;
    *d_v = dv;
    *d_mu = dmu;
    return x * x + v * v;
}

double oscillator_forward(double x, double v, double mu, int steps, double *d_x, double *d_v, double *d_mu) {
    double tx[3] = {1, 0, 0}, tv[3] = {0, 1, 0};
    for (int step = 0; step < steps; step++) {
        double damping = 1 - x * x, by_v = 1 + step_size * mu * damping, by_x = -step_size * (2 * mu * x * v + 1), by_mu = step_size * damping * v;
        v += step_size * (mu * damping * v - x);
        x += step_size * v;
        for (int k = 0; k < 3; k++) {
            tv[k] = by_v * tv[k] + by_x * tx[k] + (k == 2 ? by_mu : 0);
            tx[k] += step_size * tv[k];
        }
    }
    double *d[3] = {d_x, d_v, d_mu};
    for (int k = 0; k < 3; k++) {
        *d[k] = 2 * x * tx[k] + 2 * v * tv[k];
    }
    return x * x + v * v;
}
