/* tsan-glib.c: what the thread sanitizer cannot see of GLib's locks
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GMutex is made of atomic operations inside the library, which is not instrumented, so that all that a lock protects would be called a race. Linked
 * into the tests of such a build only; these stand before the library's own. */
#include <dlfcn.h>
#include <glib.h>
#include <sanitizer/tsan_interface.h>

void
g_mutex_lock (GMutex *mutex)
{
  static void (*lock) (GMutex *mutex);

  if (g_atomic_pointer_get (&lock) == NULL)
    g_atomic_pointer_set (&lock, dlsym (RTLD_NEXT, "g_mutex_lock"));
  lock (mutex);
  __tsan_acquire (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  static void (*unlock) (GMutex *mutex);

  if (g_atomic_pointer_get (&unlock) == NULL)
    g_atomic_pointer_set (&unlock, dlsym (RTLD_NEXT, "g_mutex_unlock"));
  __tsan_release (mutex);
  unlock (mutex);
}
