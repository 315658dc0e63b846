/* test-preflight.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-preflight.h"

static const struct
{
  const char        *text;
  PatalTextFaultKind kind; /* PATAL_TEXT_N_FAULTS: none */
  gsize              at;
} cases[] = {
  { "नागरिक सूचना पटल (GP) 12,34,567/-", PATAL_TEXT_N_FAULTS, 0 },
  { "◌ि", PATAL_TEXT_N_FAULTS, 0 },
  { "ग्राम \U000e0fff", PATAL_TEXT_FAULT_CONTROL, 16 },
  { "ग्राम \U0002a6d0", PATAL_TEXT_FAULT_NO_GLYPH, 16 },
  { "माेहन", PATAL_TEXT_FAULT_DOUBLE_SIGN, 6 }, /* told once, though the shaper shows it too */
  { "खेड.ी", PATAL_TEXT_FAULT_LOOSE_SIGN, 10 },
  { "जयसिंंंहपुरा", PATAL_TEXT_FAULT_LOOSE_SIGN, 6 }, /* only the shaper knows */
};

static void
test_cases (void)
{
  PatalFace *face = patal_face (NULL, PATAL_WEIGHT_REGULAR, PATAL_LANG_HI);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) faults = patal_preflight (face, cases[i].text);

      g_test_message ("case %u", i);
      g_assert_cmpuint (faults->len, ==, (cases[i].kind == PATAL_TEXT_N_FAULTS ? 0 : 1));
      if (faults->len == 1)
        {
          g_assert_cmpint (g_array_index (faults, PatalTextFault, 0).kind, ==, cases[i].kind);
          g_assert_cmpuint (g_array_index (faults, PatalTextFault, 0).at, ==, cases[i].at);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preflight/cases", test_cases);
  return g_test_run ();
}
