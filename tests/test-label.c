/* test-label.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-label.h"

static void
assert_text (const PatalLabel *label, const char *expected)
{
  g_autoptr (PatalWords) english = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autofree char *by_words = patal_label_text (label, english);
  g_autofree char *by_process = patal_label_text (label, NULL);

  g_assert_cmpstr (by_words, ==, expected);
  g_assert_cmpstr (by_process, ==, expected);
}

static void
test_text (void)
{
  assert_text (PATAL_LABEL ("Renamed {1} to {2}", "अकलतरा", "अकलतरी"), "Renamed अकलतरा to अकलतरी");
  assert_text (PATAL_LABEL_N ("Imported {n} venue", "Imported {n} venues", 1, NULL), "Imported 1 venue");
  assert_text (PATAL_LABEL_N ("Imported {n} venue", "Imported {n} venues", 211945, NULL),
               "Imported 2,11,945 venues");
  assert_text (PATAL_LABEL ("{2} before {1}", "a", "b"), "b before a");
  assert_text (PATAL_LABEL ("{3}{4}{1}", "a", "b", "c", "d"), "cda");
  /* arguments are data: neither placeholders nor formats in them are read */
  assert_text (PATAL_LABEL ("Imported {1}", "{n} %s {2}.csv", "x"), "Imported {n} %s {2}.csv");
  /* braces that are none of ours stay, a missing argument is nothing */
  assert_text (PATAL_LABEL ("{5} {0} {x {1", "a"), "{5} {0} {x {1");
  assert_text (PATAL_LABEL ("[{2}]", "a"), "[]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/text", test_text);
  return g_test_run ();
}
