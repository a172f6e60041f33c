/* A network of fully connected layers, tanh between them, half the squared errors as loss: forward, and back-propagation row by row. Weights are row-major,
   one row per unit of the layer. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

static double run(int layers, const int *sizes, const double *const *weights, const double *const *biases, const double *target, double **activations,
                  double *restrict error) {
    for (int layer = 0; layer < layers; layer++) {
        int inputs = sizes[layer], units = sizes[layer + 1];
        const double *restrict in = activations[layer];
        double *restrict out = activations[layer + 1];
        for (int j = 0; j < units; j++) {
            const double *restrict w = weights[layer] + j * inputs;
            double sum = biases[layer][j];
            for (int i = 0; i < inputs; i++) {
                sum += w[i] * in[i];
            }
            out[j] = layer < layers - 1 ? tanh(sum) : sum;
        }
    }
    double loss = 0;
    for (int j = 0; j < sizes[layers]; j++) {
        error[j] = activations[layers][j] - target[j];
        loss += 0.5 * error[j] * error[j];
    }
    return loss;
}

static void *activations_of(int layers, const int *sizes, double **activations, double **delta, double **next) {
    int widest = 0, total = 0;
    for (int layer = 0; layer <= layers; layer++) {
        widest = sizes[layer] > widest ? sizes[layer] : widest;
        total += layer > 0 ? sizes[layer] : 0;
    }
    double *memory = malloc(sizeof(double) * (total + 2 * widest)), *at = memory;
    for (int layer = 1; layer <= layers; layer++) {
        activations[layer] = at;
        at += sizes[layer];
    }
    *delta = at;
    *next = at + widest;
    return memory;
}

double network_loss(int layers, const int *sizes, int rows, const double *const *weights, const double *const *biases, const double *x, const double *targets) {
    double *activations[8], *delta, *next, loss = 0;
    void *memory = activations_of(layers, sizes, activations, &delta, &next);
    for (int row = 0; row < rows; row++) {
        activations[0] = (double *)x + row * sizes[0];
        loss += run(layers, sizes, weights, biases, targets + row * sizes[layers], activations, delta);
    }
    free(memory);
    return loss;
}

double network_gradient(int layers, const int *sizes, int rows, const double *const *weights, const double *const *biases, const double *x,
                        const double *targets, double *const *d_weights, double *const *d_biases) {
    double *activations[8], *delta, *next, loss = 0;
    void *memory = activations_of(layers, sizes, activations, &delta, &next);
    for (int layer = 0; layer < layers; layer++) {
        memset(d_weights[layer], 0, sizeof(double) * sizes[layer] * sizes[layer + 1]);
        memset(d_biases[layer], 0, sizeof(double) * sizes[layer + 1]);
    }
    for (int row = 0; row < rows; row++) {
        activations[0] = (double *)x + row * sizes[0];
        loss += run(layers, sizes, weights, biases, targets + row * sizes[layers], activations, delta);
        for (int layer = layers - 1; layer >= 0; layer--) {
            int inputs = sizes[layer], units = sizes[layer + 1];
            const double *restrict in = activations[layer];
            double *restrict back = next;
            if (layer > 0) {
                memset(back, 0, sizeof(double) * inputs);
            }
            for (int j = 0; j < units; j++) {
                double slope = delta[j];
                const double *restrict w = weights[layer] + j * inputs;
                double *restrict dw = d_weights[layer] + j * inputs;
                d_biases[layer][j] += slope;
                for (int i = 0; i < inputs; i++) {
                    dw[i] += slope * in[i];
                }
                if (layer > 0) {
                    for (int i = 0; i < inputs; i++) {
                        back[i] += slope * w[i];
                    }
                }
            }
            if (layer > 0) {
                for (int i = 0; i < inputs; i++) {
                    back[i] *= 1 - in[i] * in[i];
                }
                next = delta;
                delta = back;
            }
        }
    }
    free(memory);
    return loss;
}
