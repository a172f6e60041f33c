/* A long short-term memory with diagonal gates: forward with stored activations, then the reverse sweep, derived by hand. The layout is that of Lstm.cs. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    double forget, ingate, outgate, change, cell, tanh_cell, hidden;
} unit;

static double sigmoid(double x) { return 1 / (1 + exp(-x)); }

double lstm_gradient(int layers, int length, int bits, const double *restrict main, const double *restrict extra,
                     const double *restrict state, const double *restrict sequence,
                     double *restrict d_main, double *restrict d_extra) {
    int per_step = layers * bits, steps = length - 1;
    /* Step t is kept at t + 1; what the state holds at the start stands at 0. */
    unit *units = malloc(sizeof(unit) * per_step * (steps + 1));
    double *exponentials = malloc(sizeof(double) * bits * steps), *normalisers = malloc(sizeof(double) * steps);
    double *input = malloc(sizeof(double) * bits);
    for (int layer = 0; layer < layers; layer++) {
        for (int j = 0; j < bits; j++) {
            units[layer * bits + j].hidden = state[2 * layer * bits + j];
            units[layer * bits + j].cell = state[(2 * layer + 1) * bits + j];
        }
    }

    double total = 0;
    for (int t = 0; t < steps; t++) {
        const unit *before = units + t * per_step;
        unit *now = units + (t + 1) * per_step;
        for (int j = 0; j < bits; j++) {
            input[j] = sequence[t * bits + j] * extra[j];
        }
        for (int layer = 0; layer < layers; layer++) {
            const double *w = main + 8 * layer * bits, *b = w + 4 * bits;
            for (int j = 0; j < bits; j++) {
                const unit *old = before + layer * bits + j;
                unit *u = now + layer * bits + j;
                u->forget = sigmoid(input[j] * w[j] + b[j]);
                u->ingate = sigmoid(old->hidden * w[bits + j] + b[bits + j]);
                u->outgate = sigmoid(input[j] * w[2 * bits + j] + b[2 * bits + j]);
                u->change = tanh(old->hidden * w[3 * bits + j] + b[3 * bits + j]);
                u->cell = old->cell * u->forget + u->ingate * u->change;
                u->tanh_cell = tanh(u->cell);
                u->hidden = u->outgate * u->tanh_cell;
                input[j] = u->hidden;
            }
        }
        double normaliser = 2;
        for (int j = 0; j < bits; j++) {
            input[j] = input[j] * extra[bits + j] + extra[2 * bits + j];
            exponentials[t * bits + j] = exp(input[j]);
            normaliser += exponentials[t * bits + j];
        }
        normalisers[t] = normaliser;
        double log_normaliser = log(normaliser);
        for (int j = 0; j < bits; j++) {
            total += sequence[(t + 1) * bits + j] * (input[j] - log_normaliser);
        }
    }

    double scale = -1.0 / (steps * bits);
    double *d_cell = calloc(2 * per_step, sizeof(double)), *d_hidden = d_cell + per_step, *d_input = input;
    memset(d_main, 0, sizeof(double) * 8 * per_step);
    memset(d_extra, 0, sizeof(double) * 3 * bits);
    for (int t = steps - 1; t >= 0; t--) {
        const unit *before = units + t * per_step, *now = units + (t + 1) * per_step;
        double weight = 0;
        for (int j = 0; j < bits; j++) {
            weight += sequence[(t + 1) * bits + j];
        }
        weight /= normalisers[t];
        for (int j = 0; j < bits; j++) {
            double d_output = scale * (sequence[(t + 1) * bits + j] - weight * exponentials[t * bits + j]);
            d_extra[2 * bits + j] += d_output;
            d_extra[bits + j] += d_output * now[(layers - 1) * bits + j].hidden;
            d_input[j] = d_output * extra[bits + j];
        }
        for (int layer = layers - 1; layer >= 0; layer--) {
            const double *w = main + 8 * layer * bits;
            double *dw = d_main + 8 * layer * bits, *db = dw + 4 * bits;
            for (int j = 0; j < bits; j++) {
                int i = layer * bits + j;
                const unit *old = before + i, *u = now + i;
                double in = layer == 0 ? sequence[t * bits + j] * extra[j] : now[i - bits].hidden;
                double dh = d_hidden[i] + d_input[j];
                double dc = d_cell[i] + dh * u->outgate * (1 - u->tanh_cell * u->tanh_cell);
                double d_forget = dc * old->cell * u->forget * (1 - u->forget);
                double d_ingate = dc * u->change * u->ingate * (1 - u->ingate);
                double d_outgate = dh * u->tanh_cell * u->outgate * (1 - u->outgate);
                double d_change = dc * u->ingate * (1 - u->change * u->change);
                dw[j] += d_forget * in;
                dw[bits + j] += d_ingate * old->hidden;
                dw[2 * bits + j] += d_outgate * in;
                dw[3 * bits + j] += d_change * old->hidden;
                db[j] += d_forget;
                db[bits + j] += d_ingate;
                db[2 * bits + j] += d_outgate;
                db[3 * bits + j] += d_change;
                d_cell[i] = dc * u->forget;
                d_hidden[i] = d_ingate * w[bits + j] + d_change * w[3 * bits + j];
                d_input[j] = d_forget * w[j] + d_outgate * w[2 * bits + j];
            }
        }
        for (int j = 0; j < bits; j++) {
            d_extra[j] += sequence[t * bits + j] * d_input[j];
        }
    }
    free(d_cell);
    free(input);
    free(normalisers);
    free(exponentials);
    free(units);
    return scale * total;
}
